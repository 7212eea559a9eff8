import { defaultOrganizationUid } from "../../src/domain/organization.ts";
import { standardRetry } from "../../src/domain/retry-schedule.ts";
import { standardSigning } from "../../src/domain/signing.ts";
import { firstStart } from "../../src/operations/first-start.ts";
import { newSigningSecret } from "../../src/operations/new-signing-secret.ts";
import { type Clock, systemClock } from "../../src/platform/clock.ts";
import { prepareDataDirectory } from "../../src/platform/data-directory.ts";
import { createIdGenerator } from "../../src/platform/id-generator.ts";
import { silentLogger } from "../../src/platform/logger.ts";
import { obtainMasterKey } from "../../src/platform/master-key.ts";
import { systemRandom } from "../../src/platform/random.ts";
import { createVault } from "../../src/platform/vault.ts";
import type { NewEvent } from "../../src/store/event-verbs.ts";
import type { DueDelivery, EndpointKey } from "../../src/store/new-work.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import { version } from "../../src/version.ts";
import { seededRandom } from "../../test/support/seeded-random.ts";
import { eventKinds, pickKind } from "./event-kinds.ts";
import { errorOf, type Receiver, receivers } from "./receivers.ts";

export interface HistoryOrder {
  directory: string;
  /** Of the first start. */
  operatorKey: string;
  /** Where the receivers will be. */
  receiversUrl: string;
  events: number;
}

const dayMs = 86_400_000;
const spanMs = 7 * dayMs;

/** What is to happen at a moment of the past. */
interface Happening {
  atMs: number;
  run(): Promise<void>;
}

/**
 * Writes a week of the past by the store's own verbs, each at its time, so that health, statistics, retries and
 * disablings are those that the program would have written.
 */
export async function writeHistory(order: HistoryOrder): Promise<{ events: number; attempts: number }> {
  const random = seededRandom(7);
  const presentMs = systemClock.now();
  let nowMs = presentMs - spanMs;
  const clock: Clock = { ...systemClock, now: () => nowMs };
  const newId = createIdGenerator(clock, systemRandom);
  const directory = prepareDataDirectory(order.directory, silentLogger);
  const key = obtainMasterKey({
    given: null,
    file: null,
    directory,
    random: systemRandom,
    isSealed: () => false,
  });
  const fail = (error: Error | string): never => {
    throw error;
  };
  const { store } = openSqliteStore({
    ...{ directory, vault: createVault(key, systemRandom), clock, newId, version },
    ...{ readerScript: null, syncs: "inline", onFatal: fail, onDamage: fail },
  });
  await firstStart({ store, clock, newId }, order.operatorKey);
  const { id: organizationId } =
    (await store.findOrganization(defaultOrganizationUid)) ?? fail("no organization");

  for (const { name, description, group, schema, data } of eventKinds) {
    const spec = {
      ...{ description, group, archived: false, shared: false },
      schema: schema && JSON.stringify(schema),
      example: JSON.stringify(data(random)),
    };
    await store.putEventType(organizationId, name, { spec, nowMs });
  }
  const receiverOf = new Map<EndpointKey, Receiver & { revision: number }>();
  for (const receiver of receivers) {
    nowMs += 1000;
    await store.createEndpoint(organizationId, {
      id: newId("endpoint"),
      secret: newSigningSecret(systemRandom, "hmac"),
      nowMs,
      endpointsMax: 1000,
      spec: {
        ...{ url: `${order.receiversUrl}/${receiver.name}`, uid: receiver.name, rateLimitPerSecond: null },
        ...{ timeoutSeconds: 10, retry: standardRetry, autoDisableAfter: 10, ordered: false, headers: {} },
        ...{ payloadFormat: "standard", signing: standardSigning, filter: null, metadata: {} },
        ...receiver.spec,
      },
    });
    const { endpoint, revision } = await store.findTarget(organizationId, receiver.name);
    receiverOf.set(endpoint, { ...receiver, revision });
  }

  const agenda: Happening[] = [];
  const plan = (happening: Happening): void => {
    agenda.push(happening);
    // In order of time; what is planned is mostly late.
    for (let at = agenda.length - 1; at > 0; at--) {
      const [earlier, later] = [agenda[at - 1], agenda[at]] as [Happening, Happening];
      if (earlier.atMs >= later.atMs) break;
      [agenda[at - 1], agenda[at]] = [later, earlier];
    }
  };
  let attempts = 0;

  async function attempt(due: DueDelivery): Promise<void> {
    const receiver = receiverOf.get(due.endpoint) ?? fail("an endpoint without a receiver");
    const answer = receiver.answer(random, presentMs - nowMs);
    const { outcome, status, body, durationMs } = answer;
    attempts++;
    const recorded = await store.recordAttempt({
      delivery: due.key,
      endpoint: due.endpoint,
      attempt: {
        ...{ id: newId("attempt"), startedAtMs: nowMs, durationMs, outcome, responseStatus: status },
        responseHeaders:
          status === null
            ? null
            : { "content-type": body.startsWith("{") ? "application/json" : "text/plain", server: "nginx" },
        responseBody: status === null ? null : body,
        ...{
          responseBodyTruncated: false,
          error: errorOf(answer),
          retryAfterMs: null,
          revision: receiver.revision,
        },
        signature: `v1,${Buffer.from(systemRandom.bytes(32)).toString("base64")}`,
        bodySignature: null,
      },
      nowMs: nowMs + durationMs,
      jitter: 2 * random.fraction() - 1,
      networkSuspect: false,
    });
    if (recorded.status !== "pending" || recorded.dueAtMs === null) return;
    const { endpoint } = due;
    plan({ atMs: recorded.dueAtMs, run: () => attemptWaiting(endpoint) });
  }

  async function attemptWaiting(endpoint: EndpointKey): Promise<void> {
    const { due } = await store.claimDue({ endpoint, share: "retry", limit: 100, nowMs });
    for (const delivery of due) await attempt(delivery);
  }

  async function publish(event: Pick<NewEvent, "type" | "endpointReferences" | "tags">, data: object) {
    const { work } = await store.acceptEvent(organizationId, {
      ...event,
      ...{ id: newId("event"), data: JSON.stringify(data), timestampMs: nowMs, deliverAtMs: null, nowMs },
    });
    return work;
  }

  for (let n = 0; n < order.events; n++) {
    const run = async () => {
      const { name: type, data } = pickKind(random);
      const tags = random.chance(0.2) ? ["checkout"] : [];
      const { due, waiting } = await publish({ type, endpointReferences: null, tags }, data(random));
      for (const delivery of due) await attempt(delivery);
      for (const { endpoint } of waiting) {
        const { due: next } = await store.claimNext({ endpoint, nowMs });
        if (next !== null) await attempt(next);
      }
      for (let done = false; !done; ) done = (await store.continueChores(nowMs)).done;
    };
    plan({ atMs: presentMs - spanMs + 60_000 + busyMoment(random.fraction(), random.fraction()), run });
  }
  for (let next = agenda.pop(); next !== undefined && next.atMs < presentMs; next = agenda.pop()) {
    nowMs = Math.round(next.atMs);
    await next.run();
  }
  // More than the limit of the endpoint lets through: they wait for the server to start.
  nowMs = presentMs - 4 * 60_000;
  const pageView = { type: "page.viewed", endpointReferences: ["analytics"], tags: [] };
  for (let n = 0; n < 600; n++) await publish(pageView, { path: `/products/${random.between(1, 400)}` });
  nowMs = presentMs;
  await store.close();
  return { events: order.events, attempts };
}

/** A time of the span, with more of them by day than by night. */
function busyMoment(chance: number, second: number): number {
  const at = Math.floor(chance * (spanMs - 120_000));
  const hour = (at / 3_600_000) % 24;
  const isQuiet = hour < 7 || hour > 21;
  return isQuiet && second < 0.6 ? (at + 10 * 3_600_000) % (spanMs - 120_000) : at;
}
