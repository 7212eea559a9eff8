import type { Pace } from "./pace.ts";
import { becomesHealthy, type Receiver, type ReceiverKind } from "./receivers.ts";

/** An endpoint of the world, its receiver, and what people have done to it. */
export interface SimulatedEndpoint {
  id: string;
  url: string;
  receiver: Receiver;
  delays: readonly number[];
  pace: Pace;
  /** Else its filter lets through only what is wanted. */
  takesAll: boolean;
  /** The body of each event that was sent to it. */
  bodies: Map<string, string>;
  /** Known to the engine: from here on nothing may be sent. */
  isDisabled: boolean;
  /** It missed something, or will: what it gets in the end is not known. */
  wasInterrupted: boolean;
  isDeleted: boolean;
  /** Asked for; whether it happened is known when the reply comes. */
  mayBeDeleted: boolean;
}

/** Long enough that who becomes healthy in the end gets everything. */
const patientDelays = [1, 5, 10, 30, ...Array<number>(16).fill(120)];
const impatientDelays = [1, 2, 4];
/** Of endpoints that are ever disabled by themselves. */
export const failuresToDisable = 3;

/** How an endpoint with such a receiver is set up: who never becomes healthy is given up early. */
export function patienceWith(kind: ReceiverKind): {
  delays: readonly number[];
  autoDisableAfter: number | null;
} {
  return becomesHealthy(kind)
    ? { delays: patientDelays, autoDisableAfter: null }
    : { delays: impatientDelays, autoDisableAfter: failuresToDisable };
}
