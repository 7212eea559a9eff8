import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { isJsonObject } from "../../../src/domain/json-object.ts";
import type { SourceEvent } from "../../../src/domain/source-event.ts";
import { compileSchema } from "../../../src/json-schema/data-schema.ts";
import { catalogue } from "../../../src/sources/whatsapp/catalogue.ts";
import { readNotification } from "../../../src/sources/whatsapp/notification.ts";
import { namesOfPayloads, payload, receivedAtMs } from "./a-notification.ts";

/** An event as `payloads/expected.json` describes it. */
type Expected = Readonly<Record<string, unknown>> & { type: string; dedup_key: string };

const expectations = (await Bun.file(join(import.meta.dir, "payloads/expected.json")).json()) as {
  files: Record<string, { events: Expected[] }>;
};

/** Where the data has what the expectations call so. */
const places: Record<string, readonly string[]> = {
  waba_id: ["wabaId"],
  phone_number_id: ["phoneNumberId"],
  occurred_at: ["occurredAt"],
  message_id: ["messageId"],
  message_type: ["message", "type"],
  from_phone: ["contact", "phone"],
  to_phone: ["contact", "phone"],
  contact_phone: ["contact", "phone"],
  from_user_id: ["contact", "userId"],
  to_user_id: ["contact", "userId"],
  status: ["status"],
  error_code: ["error", "code"],
  meta_event: ["metaEvent"],
  template_id: ["template", "id"],
  flow_id: ["flowId"],
  alert_state: ["alertState"],
  old_status: ["oldStatus"],
  new_status: ["newStatus"],
  flow_token: ["form", "flowToken"],
  field: ["field"],
};

const checks = new Map(catalogue().map(({ name, schema }) => [name, compileSchema(schema ?? {})]));

function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isJsonObject(value) ? value[name] : undefined), data);
}

/** What the expectation says of the event, read from the event. */
function described({ type, dedupKey, data }: SourceEvent, expected: Expected): Expected {
  const parsed = JSON.parse(data);
  const members = Object.keys(expected).map((name) => {
    if (name === "type") return [name, type];
    if (name === "dedup_key") return [name, dedupKey.replace(/^(wa:err:.*):\d+$/, "$1:<hour bucket>")];
    if (name === "response_parsed") return [name, isJsonObject(at(parsed, ["form", "response"]))];
    return [name, at(parsed, places[name] ?? ["?", name])];
  });
  return Object.fromEntries(members);
}

const rules = { includeRaw: true, receivedAtMs, wanted: new Set<string>() };

test("every payload has an expectation", () => {
  expect(Object.keys(expectations.files).sort()).toEqual([...namesOfPayloads]);
});

describe.each([...namesOfPayloads])("%s", (name) => {
  const body = payload(name);
  const events = readNotification(body, rules);

  test("becomes what it should", () => {
    const expected = expectations.files[name]?.events ?? [];
    expect(events.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
    expect(events.map((event, i) => described(event, expected[i] as Expected))).toEqual(expected);
  });

  test("becomes data that fits the schema of its type", () => {
    const all = readNotification(body, { ...rules, wanted: new Set(["message.incoming", "message.report"]) });
    for (const { type, data } of all)
      expect([type, checks.get(type)?.(JSON.parse(data), data)]).toEqual([type, []]);
  });

  test("becomes the same when it is written in another way", () => {
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1));
    const keysOf = (some: readonly SourceEvent[]) => some.map(({ dedupKey }) => dedupKey);
    expect(keysOf(readNotification(rewritten, rules))).toEqual(keysOf(events));
  });

  test("keeps no raw data where the source leaves it out, but what is unmapped", () => {
    for (const { type, data } of readNotification(body, { ...rules, includeRaw: false })) {
      expect("raw" in JSON.parse(data)).toBe(type === "whatsapp.unmapped");
    }
  });
});
