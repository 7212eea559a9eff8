import { anAnswer, aTimeout, type Reply, type SentRequest } from "../support/a-network.ts";
import type { SeededRandom } from "../support/seeded-random.ts";

/** How a receiver behaves. All but `dead` and `gone` become healthy in the end. */
export const receiverKinds = [
  "healthy",
  "slow",
  "flapping",
  "limiting",
  "resetting",
  "hanging",
  "dead",
  "gone",
] as const;
export type ReceiverKind = (typeof receiverKinds)[number];

export function becomesHealthy(kind: ReceiverKind): boolean {
  return kind !== "dead" && kind !== "gone";
}

/** A receiver on a host of its own, and what it has received: told by the answers it gave. */
export class Receiver {
  readonly acknowledged = new Set<string>();
  isHealed = false;

  constructor(
    readonly kind: ReceiverKind,
    private readonly random: SeededRandom,
  ) {}

  answer(request: SentRequest): Reply {
    const reply = this.isHealed && becomesHealthy(this.kind) ? anAnswer() : this.#sickAnswer(request.atMs);
    if (reply.kind === "answered" && reply.status === 200) this.acknowledged.add(request.eventId);
    return reply;
  }

  #sickAnswer(nowMs: number): Reply {
    const { random } = this;
    switch (this.kind) {
      case "healthy":
        return anAnswer(200, { afterMs: random.between(1, 20) });
      case "slow":
        return anAnswer(200, { afterMs: random.between(800, 9000) });
      case "flapping":
        return anAnswer(Math.floor(nowMs / 40_000) % 2 === 0 ? 500 : 200, { afterMs: random.between(1, 50) });
      case "limiting":
        return this.#limit();
      case "resetting":
        return random.chance(0.5)
          ? { kind: "failed", outcome: "connection_reset", error: "Reset.", durationMs: 0, afterMs: 5 }
          : anAnswer();
      case "hanging":
        return random.chance(0.7) ? aTimeout() : anAnswer();
      case "dead":
        return { kind: "failed", outcome: "connection_refused", error: "Refused.", durationMs: 0 };
      case "gone":
        return random.chance(0.2) ? anAnswer(410) : anAnswer();
    }
  }

  #limit(): Reply {
    const { random } = this;
    if (random.chance(0.5)) return anAnswer();
    const headers: Record<string, string> = random.chance(0.5)
      ? { "retry-after": String(random.between(1, 60)) }
      : {};
    return anAnswer(random.pick([429, 429, 503]), { headers });
  }
}
