import { isJsonObject } from "../../domain/json-object.ts";
import { idIn, textIn } from "./fields.ts";
import { problemsIn } from "./problem.ts";
import { passedOn, type Verbatim } from "./verbatim.ts";
import type { WrittenJson } from "./written-json.ts";

/** Members of a message that are not what it says. */
const notContent: ReadonlySet<string> = new Set([
  "from",
  "from_user_id",
  "from_parent_user_id",
  "group_id",
  "to",
  "to_user_id",
  "id",
  "timestamp",
  "type",
  "context",
  "referral",
  "errors",
  "identity",
]);

/** What a message is: as Meta says, else as its content shows; `unknown` where nothing does. */
export function messageTypeOf(message: WrittenJson): string {
  return textIn(message, "type")?.slice(0, 128) ?? contentName(message) ?? "unknown";
}

function contentName({ value }: WrittenJson): string | null {
  if (!isJsonObject(value)) return null;
  const named = Object.entries(value).find(
    ([name, member]) => !notContent.has(name) && typeof member === "object" && member !== null,
  );
  return named?.[0].slice(0, 128) ?? null;
}

/** Meta's object of the message's type. */
export function contentOf(message: WrittenJson, type: string): WrittenJson | null {
  return notContent.has(type) ? null : message.member(type);
}

/** The member `message` of an event's data. */
export function messageData(message: WrittenJson, { id, type }: { id: string; type: string }) {
  return {
    id,
    type,
    content: passedOn(contentOf(message, type)),
    context: passedOn(message.member("context")),
    referral: passedOn(message.member("referral")),
    groupId: idIn(message, "group_id"),
    errors: problemsIn(message),
  } satisfies Record<string, Verbatim | unknown>;
}
