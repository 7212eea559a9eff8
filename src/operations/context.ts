import type { PayloadFormat } from "../domain/endpoint.ts";
import type { CheckEndpointUrl } from "../domain/endpoint-url.ts";
import type { EventContent } from "../domain/event.ts";
import type { NewId } from "../domain/id.ts";
import type { PayloadSettings } from "../domain/organization.ts";
import type { Clock } from "../platform/clock.ts";
import type { Random } from "../platform/random.ts";
import type { AttemptResult, Target } from "../store/engine-verbs.ts";
import type { NewWork } from "../store/new-work.ts";
import type { Store } from "../store/store.ts";
import type { InboundTraffic } from "./inbound-traffic.ts";
import type { PublishingMeter } from "./publishing-meter.ts";

/** A test's delivery with what its one request is made of. */
interface TestDelivery {
  id: string;
  event: EventContent;
  payloadFormat: PayloadFormat;
  settings: PayloadSettings;
}

/** Makes a test's one attempt at once and says what came back, or why none could be made. */
export type SendTest = (
  target: Target,
  delivery: TestDelivery,
) => Promise<AttemptResult | { notAttempted: string }>;

/** What every operation works with: the store, the world as values, and the way to the delivery engine. */
export interface OperationContext {
  store: Store;
  clock: Clock;
  random: Random;
  newId: NewId;
  checkEndpointUrl: CheckEndpointUrl;
  sendTest: SendTest;
  /** Tells the engine what a commit means to it. */
  nudge(work: NewWork): void;
  meter: PublishingMeter;
  inbound: InboundTraffic;
  /** Why nothing can be published now (a sentence about the disk), or null. */
  publishingRefusal(): string | null;
  /** Endpoints that an organization may have which sets no limit of its own. */
  endpointsMax: number;
  /** API requests a second of an organization that sets no limit of its own; 0: no limit. */
  rateLimitPerSecond: number;
  /** How long what happened is kept where the organization does not say; 0: for ever. */
  retentionDays: number;
}
