import { createHash } from "node:crypto";
import { AppError } from "../../domain/app-error.ts";

/** Longer than any cursor made here, so that nobody can make us decode a megabyte. */
const cursorCharactersMax = 100;

/** Makes the opaque text that names a place in a list: after the row with this seq. */
export function encodeCursor(list: string, seq: number): string {
  const place = `${list}:${seq}`;
  return Buffer.from(`${place}:${checkOf(place)}`).toString("base64url");
}

/** The seq that a cursor names; null for the list's beginning. Throws `invalid_cursor` for anything not made here. */
export function decodeCursor(list: string, cursor: string | null): number | null {
  if (cursor === null) return null;
  const text = cursor.length > cursorCharactersMax ? "" : Buffer.from(cursor, "base64url").toString("latin1");
  const [, seq] = /^[a-z0-9-]+:(\d{1,15}):/.exec(text) ?? [];
  // What is not exactly as this list would write it was not written by it.
  if (seq === undefined || encodeCursor(list, Number(seq)) !== cursor) {
    throw new AppError(
      "invalid_cursor",
      "The cursor is not one of this list. Start again without a cursor.",
      {
        errors: [{ path: "cursor", message: "is not one that this list gave out" }],
      },
    );
  }
  return Number(seq);
}

/** Finds damage, not forgery: a cursor gives nothing that its organization may not see. */
function checkOf(place: string): string {
  return createHash("sha256").update(place).digest("hex").slice(0, 8);
}
