import { type DeliveryTurn, turnsOfDelivery } from "../../domain/operational-event.ts";
import type { Verdict } from "../../domain/verdict.ts";
import type { RecordAttempt } from "../engine-verbs.ts";
import type { NewWork } from "../new-work.ts";
import { codeOf, eventKindCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";
import type { EndpointRecord } from "./endpoint-directory.ts";
import type { Transaction } from "./group-commit.ts";
import type { Happening, OperationalEvents } from "./operational-events.ts";

interface DeliveryNames {
  id: string;
  event_id: string;
  type_seq: number;
  kind: number;
}

const operational = codeOf(eventKindCodes, "operational");

/** Tells of deliveries that fail, are given up, or succeed after all: in the transaction of the attempt. */
export class DeliveryTurns {
  readonly #context: SqliteContext;
  readonly #operational: OperationalEvents;
  readonly #find;

  constructor(context: SqliteContext, events: OperationalEvents) {
    this.#context = context;
    this.#operational = events;
    this.#find = context.db.prepare<DeliveryNames, [number]>(`
      SELECT d.id, e.id AS event_id, d.type_seq, e.kind
      FROM deliveries d CROSS JOIN events e ON e.seq = d.event_seq WHERE d.seq = ?`);
  }

  /** What an attempt means to those who are told. Most attempts mean nothing, and cost nothing here. */
  follow(
    transaction: Transaction,
    input: RecordAttempt,
    { endpoint, number, verdict }: { endpoint: EndpointRecord; number: number; verdict: Verdict },
    work: NewWork,
  ): Happening {
    const turns = turnsOfDelivery(number, verdict.delivery);
    const happening = { transaction, nowMs: input.nowMs, work, isSilent: false };
    const isWanted = turns.some((turn) => this.#operational.isWanted(endpoint, typeOf(turn)));
    if (!isWanted && verdict.disable === null) return happening;
    const names = this.#find.get(input.delivery);
    if (names?.kind === operational) return { ...happening, isSilent: true };
    if (names) for (const turn of turns) this.#publish(turn, names, { endpoint, number, input }, happening);
    return happening;
  }

  #publish(
    turn: DeliveryTurn,
    names: DeliveryNames,
    { endpoint, number, input }: { endpoint: EndpointRecord; number: number; input: RecordAttempt },
    happening: Happening,
  ): void {
    const data = {
      deliveryId: names.id,
      eventId: names.event_id,
      eventType: this.#context.typeNames.nameOf(names.type_seq),
      endpointId: endpoint.row.id,
      attemptCount: number,
      lastOutcome: input.attempt.outcome,
      lastResponseStatus: input.attempt.responseStatus,
    };
    this.#operational.publish(endpoint, { type: typeOf(turn), data }, happening);
  }
}

function typeOf(turn: DeliveryTurn): `posthorn.delivery.${DeliveryTurn}` {
  return `posthorn.delivery.${turn}`;
}
