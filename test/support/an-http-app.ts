import { createHttpApp, type HttpApp, type HttpAppOptions } from "../../src/http/http-app.ts";
import type { OperationContext } from "../../src/operations/context.ts";
import { newInboundTraffic } from "../../src/operations/inbound-traffic.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { createIdGenerator } from "../../src/platform/id-generator.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { systemRandom } from "../../src/platform/random.ts";
import type { Store } from "../../src/store/store.ts";

/** What operations need, with a world in which every URL is good and every test succeeds. */
export function operationsOn(store: Store, overrides: Partial<OperationContext> = {}): OperationContext {
  const newId = createIdGenerator(systemClock, systemRandom);
  return {
    store,
    clock: systemClock,
    random: systemRandom,
    newId,
    checkEndpointUrl: (url) => (URL.canParse(url) ? null : "must be an absolute https URL"),
    sendTest: async (target) => ({
      id: newId("attempt"),
      startedAtMs: systemClock.now(),
      durationMs: 5,
      outcome: "success",
      responseStatus: 200,
      responseHeaders: { "content-type": "text/plain" },
      responseBody: "ok",
      responseBodyTruncated: false,
      error: null,
      retryAfterMs: null,
      revision: target.revision,
      signature: "v1,abc",
      bodySignature: null,
    }),
    nudge() {},
    meter: { published() {}, publishedBatch() {} },
    inbound: newInboundTraffic({ received() {} }),
    publishingRefusal: () => null,
    endpointsMax: 10_000,
    rateLimitPerSecond: 10_000,
    retentionDays: 30,
    ...overrides,
  };
}

/** An HTTP app over the store. */
export function anHttpApp(
  store: Store,
  overrides: Partial<Omit<HttpAppOptions, "operations">> & { operations?: Partial<OperationContext> } = {},
): HttpApp {
  const { operations, ...options } = overrides;
  return createHttpApp({
    operations: operationsOn(store, operations),
    logger: silentLogger,
    version: "0.0.0",
    publicUrl: null,
    bodyBytesMax: 1_048_576,
    trustedProxies: [],
    noteKeyUse() {},
    probe: async () => ({ problems: [], warnings: [] }),
    readDisk: async () => ({ freeBytes: 2_000_000, floorBytes: 1_000_000, databaseBytes: 500_000 }),
    metrics: { isPublic: false, print: async () => ({ contentType: "text/plain", text: "posthorn_up 1\n" }) },
    live: { watch: () => () => {} },
    meter: { handled() {}, replayed() {} },
    ...options,
  });
}
