import { describe, expect, test } from "bun:test";
import { bodyBytesMax } from "../../../src/sources/whatsapp/draft.ts";
import {
  aNotification,
  aStatus,
  businessNumber,
  payload,
  read,
  readOne,
  receivedAtMs,
} from "./a-notification.ts";

describe("what is no event of its own", () => {
  const reasonOf = (body: string) => {
    const [first, ...others] = read(body);
    expect(others).toEqual([]);
    expect(first?.type).toBe("whatsapp.unmapped");
    return first?.data.reason as string;
  };
  const whole = (entry: unknown) => JSON.stringify({ object: "whatsapp_business_account", entry });

  test.each([
    ["no JSON", "hello", "The body is no JSON."],
    ["empty", "", "The body is no JSON."],
    ["another object", '{"object":"page","entry":[]}', "The object is not whatsapp_business_account."],
    ["a list", "[]", "The object is not whatsapp_business_account."],
    ["without entries", '{"object":"whatsapp_business_account"}', "There is no list named entry."],
    ["an entry that is none", whole([null]), "The entry has no list named changes."],
    ["a change that is none", whole([{ changes: [null] }]), "The change has no value that is an object."],
    ["a change of no field", whole([{ changes: [{ value: {} }] }]), "No events are made of this field."],
    [
      "a flow's event that is new",
      aNotification("flows", { event: "X" }).toString(),
      "The flow's event is unknown.",
    ],
  ])("%s says why", (_, body, reason) => {
    expect(reasonOf(body)).toBe(reason);
  });

  test("says what to do where the app leaves out what changed", () => {
    const entry = [{ id: "1", time: 1767225601, changed_fields: ["messages"] }];
    expect(reasonOf(whole(entry))).toContain("Include values");
  });

  test("is kept as base64 where it is no text", () => {
    expect(readOne(Buffer.from([0xff, 0x00])).data.raw).toBe("/wA=");
  });

  test("is kept whole, however large the notification is", () => {
    const note = "x".repeat(bodyBytesMax - 200);
    expect(readOne(aNotification("new_field", { note })).data.raw.note).toBe(note);
  });

  test("is one event for each list that is new, beside the messages", () => {
    const value = { ...businessNumber, calls: [{ id: "c" }], statuses: [aStatus({})], messages: "none" };
    const events = read(aNotification("messages", value));
    expect(events.map(({ type }) => type)).toEqual([
      "whatsapp.unmapped",
      "message.sent",
      "whatsapp.unmapped",
    ]);
    expect(events[0]?.dedupKey).toMatch(/^wa:messages\.calls:100000000000001:-:[0-9a-f]{32}$/);
    expect(events[0]?.data.raw).toEqual([{ id: "c" }]);
  });

  test("has another key when it comes under another time", () => {
    const keyAt = (time: number) =>
      readOne(aNotification("message_template_status_update", { event: "APPROVED" }, { time })).dedupKey;
    expect(keyAt(1767225601)).not.toBe(keyAt(1767225602));
  });
});

test("an error of the account is told once an hour", () => {
  const keyAt = (receivedAt: number) =>
    readOne(payload("errors-value-level.json"), { receivedAtMs: receivedAt }).dedupKey;
  expect(keyAt(receivedAtMs)).toBe(keyAt(receivedAtMs + 60_000));
  expect(keyAt(receivedAtMs)).not.toBe(keyAt(receivedAtMs + 3_600_000));
});

test("an account update about another account names that one", () => {
  const value = { event: "PARTNER_ADDED", waba_info: { waba_id: 102290129340398, owner_business_id: "1" } };
  const { data } = readOne(aNotification("account_update", value));
  expect(data).toMatchObject({ wabaId: "102290129340398", wabaInfo: { ownerBusinessId: "1" } });
});

test("an account's alert is understood flat, too", () => {
  const value = { entity_type: "BUSINESS", entity_id: 1, alert_severity: "CRITICAL", alert_type: "X" };
  const { data } = readOne(aNotification("account_alerts", value));
  expect(data).toMatchObject({ entityId: "1", alertSeverity: "CRITICAL", alertType: "X", alertStatus: null });
});

test("a preference that lacks who or when is told apart by what it says", () => {
  const user_preferences = [
    { value: "stop" },
    { value: "stop", detail: "x" },
    { value: "later", wa_id: "12025550143" },
  ];
  const events = read(aNotification("user_preferences", { ...businessNumber, user_preferences }));
  expect(events.map(({ type }) => type)).toEqual(["optout.created", "optout.created", "whatsapp.unmapped"]);
});

test("an opt-out says what it is about", () => {
  expect(readOne(payload("user-preferences-stop.json")).data).toMatchObject({
    source: "user_preferences",
    channel: "whatsapp",
    category: "marketing_messages",
    preference: "stop",
    businessPhone: "+12025550110",
    contact: { userId: "US.90000000000000000001" },
  });
});
