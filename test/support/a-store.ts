import type { EndpointSpec } from "../../src/domain/endpoint.ts";
import type { EventContent } from "../../src/domain/event.ts";
import type { NewId, OrganizationId } from "../../src/domain/id.ts";
import { defaultOrganizationSettings } from "../../src/domain/organization.ts";
import { standardRetry } from "../../src/domain/retry-schedule.ts";
import { standardSigning } from "../../src/domain/signing.ts";
import type { Clock } from "../../src/platform/clock.ts";
import { createIdGenerator } from "../../src/platform/id-generator.ts";
import { systemRandom } from "../../src/platform/random.ts";
import { createVault } from "../../src/platform/vault.ts";
import type { NewEndpoint } from "../../src/store/endpoint-verbs.ts";
import type { AttemptResult } from "../../src/store/engine-verbs.ts";
import type { NewEvent } from "../../src/store/event-verbs.ts";
import type { NewKey } from "../../src/store/key-verbs.ts";
import type { NewOrganization } from "../../src/store/organization-verbs.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { temporaryDirectory } from "./temporary-directory.ts";
import { VirtualClock } from "./virtual-clock.ts";

export const testMasterKey = new Uint8Array(32).fill(7);
const readerScript = new URL("../../src/store/sqlite/reader-worker.ts", import.meta.url);
export const testSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** A real store in a directory of its own, with the organization `default`. */
export interface TestStore {
  store: Store;
  organizationId: OrganizationId;
  clock: VirtualClock;
  newId: NewId;
  directory: string;
  /** One more tenant. */
  addOrganization(over?: Partial<NewOrganization>): Promise<OrganizationId>;
  /** Closes and opens the file again, as a restart does. */
  reopen(): Promise<Store>;
  close(): Promise<void>;
}

export async function aStore(
  options: { lists?: "worker" | "inline"; syncs?: "background" | "inline"; clock?: VirtualClock } = {},
): Promise<TestStore> {
  const clock = options.clock ?? new VirtualClock();
  const { path, remove } = temporaryDirectory();
  const newId = createIdGenerator(clock, systemRandom);
  const { lists = "inline", syncs = "inline" } = options;
  const open = () => openTestStore({ directory: path, clock, newId, lists, syncs });
  let store = open();
  const organizationId = newId("organization") as OrganizationId;
  await store.initialize({
    organizationId,
    key: aKey({ id: newId("apiKey"), role: "operator", nowMs: clock.now() }),
  });
  return {
    get store() {
      return store;
    },
    organizationId,
    clock,
    newId,
    directory: path,
    async addOrganization(over = {}) {
      const made = anOrganization({ id: newId("organization"), nowMs: clock.now(), ...over });
      return (await store.createOrganization(made)).id;
    },
    async reopen() {
      await store.close();
      store = open();
      return store;
    },
    async close() {
      await store.close();
      remove();
    },
  };
}

/** Opens a data directory the way the tests do. */
export function openTestStore(options: {
  directory: string;
  clock: Clock;
  newId: NewId;
  lists?: "worker" | "inline";
  masterKey?: Uint8Array;
  syncs?: "background" | "inline";
}): Store {
  const { store } = openSqliteStore({
    directory: options.directory,
    vault: createVault(options.masterKey ?? testMasterKey, systemRandom),
    clock: options.clock,
    newId: options.newId,
    version: "0.0.0-test",
    readerScript: options.lists === "worker" ? readerScript : null,
    syncs: options.syncs ?? "inline",
    onFatal: (error) => {
      throw error;
    },
    onDamage: (sentence) => {
      throw new Error(sentence);
    },
  });
  return store;
}

export function anOrganization(over: Partial<NewOrganization> = {}): NewOrganization {
  return {
    id: `org_${crypto.randomUUID()}`,
    uid: null,
    name: "Another",
    settings: defaultOrganizationSettings,
    nowMs: 0,
    ...over,
  };
}

export function aKey(over: Partial<NewKey> = {}): NewKey {
  const id = over.id ?? "key_test";
  return {
    id,
    name: "test",
    role: "admin",
    hash: `hash of ${id}`,
    prefix: "phk_test",
    expiresAtMs: null,
    nowMs: 0,
    ...over,
  };
}

export function aSpec(over: Partial<EndpointSpec> = {}): EndpointSpec {
  return {
    url: "https://receiver.example/in",
    uid: null,
    description: "",
    eventTypes: ["*"],
    rateLimitPerSecond: null,
    timeoutSeconds: 10,
    retry: standardRetry,
    autoDisableAfter: 10,
    ordered: false,
    headers: {},
    payloadFormat: "standard",
    signing: standardSigning,
    filter: null,
    metadata: {},
    ...over,
  };
}

export function anEndpoint(
  over: Partial<Omit<NewEndpoint, "spec">> & { spec?: Partial<EndpointSpec> } = {},
): NewEndpoint {
  const { spec, ...rest } = over;
  return {
    id: `ep_${crypto.randomUUID()}`,
    secret: testSecret,
    nowMs: 0,
    endpointsMax: 1000,
    ...rest,
    spec: aSpec(spec),
  };
}

export function anEvent(over: Partial<NewEvent> = {}): NewEvent {
  return {
    id: `evt_${crypto.randomUUID()}`,
    type: "message.delivered",
    data: '{"n":1}',
    timestampMs: over.nowMs ?? 0,
    deliverAtMs: null,
    endpointReferences: null,
    tags: [],
    nowMs: 0,
    ...over,
  };
}

export function anEventContent(over: Partial<EventContent> = {}): EventContent {
  return { id: "evt_1", type: "message.delivered", data: '{"n":1}', timestampMs: 0, createdAtMs: 0, ...over };
}

export function anAttemptResult(over: Partial<AttemptResult> = {}): AttemptResult {
  return {
    id: `att_${crypto.randomUUID()}`,
    startedAtMs: 0,
    durationMs: 12,
    outcome: "success",
    responseStatus: 200,
    responseHeaders: {},
    responseBody: "ok",
    responseBodyTruncated: false,
    error: null,
    retryAfterMs: null,
    revision: 1,
    signature: "v1,test",
    bodySignature: null,
    ...over,
  };
}

/** An attempt that the receiver answered with this status. */
export function aFailure(status = 500, over: Partial<AttemptResult> = {}): AttemptResult {
  return anAttemptResult({
    outcome: "http_error",
    responseStatus: status,
    error: `The receiver answered ${status}.`,
    ...over,
  });
}
