import type { EventContent } from "../../domain/event.ts";
import { codeOf, eventKindCodes } from "./codes.ts";
import type { SqliteContext } from "./context.ts";

const test = codeOf(eventKindCodes, "test");

/** What later deliveries of an event need: those that were not made together with it. */
export interface StoredContent {
  event: EventContent;
  typeSeq: number;
  /** Null: at once. */
  deliverAtMs: number | null;
  /** Its pending deliveries up to this seq count as canceled; null: it never was. */
  canceledThrough: number | null;
  /** Its data is gone: there is nothing left to send. */
  isErased: boolean;
  /** It was made to try one endpoint out. */
  isTest: boolean;
}

interface Row {
  id: string;
  type_seq: number;
  kind: number;
  data: string | null;
  timestamp: number;
  created_at: number;
  deliver_at: number | null;
  canceled_through: number | null;
}

/** Reads events for making deliveries of them; prepared, because one step reads hundreds. */
export function contentReader({ db, typeNames }: SqliteContext): (eventSeq: number) => StoredContent {
  const find = db.prepare<Row, [number]>(
    "SELECT id, type_seq, kind, data, timestamp, created_at, deliver_at, canceled_through FROM events WHERE seq = ?",
  );
  return (eventSeq) => {
    const row = find.get(eventSeq);
    if (!row) throw new Error(`Invariant broken: event ${eventSeq} of a delivery exists`);
    return {
      event: {
        id: row.id,
        type: typeNames.nameOf(row.type_seq),
        data: row.data ?? "{}",
        timestampMs: row.timestamp,
        createdAtMs: row.created_at,
      },
      typeSeq: row.type_seq,
      deliverAtMs: row.deliver_at,
      canceledThrough: row.canceled_through,
      isErased: row.data === null,
      isTest: row.kind === test,
    };
  };
}
