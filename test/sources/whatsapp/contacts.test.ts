import { describe, expect, test } from "bun:test";
import { aMessage, aNotification, ofMessages, read, readOne, receivedAtMs } from "./a-notification.ts";

describe("a contact", () => {
  const messagesOf = (contacts: unknown, ...from: object[]) =>
    read(
      ofMessages({
        contacts,
        messages: from.map((one, i) => ({ id: `wamid.${i}`, timestamp: "1767225601", type: "text", ...one })),
      }),
    ).map(({ data }) => data.contact);

  test("is found by its number, then by its user id, never by its place", () => {
    const contacts = [
      { profile: { name: "B" }, wa_id: "447700900123", user_id: "GB.2" },
      {
        profile: { name: "A", username: "alex" },
        wa_id: "12025550143",
        user_id: "US.1",
        parent_user_id: "US.ENT.1",
      },
    ];
    const [a, b] = messagesOf(contacts, { from: "12025550143" }, { from_user_id: "GB.2" });
    expect(a).toEqual({
      phone: "+12025550143",
      waId: "12025550143",
      userId: "US.1",
      parentUserId: "US.ENT.1",
      username: "alex",
      name: "A",
    });
    expect(b).toMatchObject({ name: "B", phone: "+447700900123", userId: "GB.2" });
  });

  test("is found by an id that is no telephone number, too", () => {
    const contacts = [
      { profile: { name: "A" }, wa_id: "101" },
      { profile: { name: "B" }, wa_id: "102" },
    ];
    const [b, a] = messagesOf(contacts, { from: "102" }, { from: "101" });
    expect(b).toMatchObject({ name: "B", phone: null, waId: "102" });
    expect(a).toMatchObject({ name: "A", phone: null, waId: "101" });
  });

  test("is the only one listed where nothing speaks against it", () => {
    const [only] = messagesOf([{ profile: { name: "A" }, wa_id: "5215512345678" }], { from: "525512345678" });
    expect(only).toMatchObject({ name: "A", phone: "+525512345678", waId: "5215512345678" });
    const [a, b] = messagesOf(
      [{ profile: { name: "A" }, wa_id: "12025550143" }],
      { from: "12025550143" },
      { from: "447700900123" },
    );
    expect(a.name).toBe("A");
    expect(b).toMatchObject({ name: null, phone: "+447700900123" });
  });

  test.each([
    ["US.90000000000000000001", { phone: null, userId: "US.90000000000000000001" }],
    ["Y2FwaV9ncm91cDpleGFtcGxlOjE=", { phone: null, waId: null, userId: null }],
    ["1234", { phone: null, waId: null }],
    ["1234567890123456", { phone: null }],
    [12025550143, { phone: "+12025550143", waId: "12025550143" }],
    [null, { phone: null }],
    [{ a: 1 }, { phone: null }],
  ])("who writes as %j is what can be known of that", (from, contact) => {
    expect(messagesOf([], { from })[0]).toMatchObject(contact);
  });

  test.each([
    ["+250 788 123 200", "+250788123200"],
    ["1-555-123-4567", "+15551234567"],
    ["15550783881", "+15550783881"],
    ["Example Ltd", null],
  ])("the business number %s is %j", (displayed, businessPhone) => {
    const metadata = { display_phone_number: displayed, phone_number_id: 200000000000001 };
    const { data } = readOne(aNotification("messages", { metadata, messages: [aMessage({ type: "text" })] }));
    expect(data).toMatchObject({ businessPhone, phoneNumberId: "200000000000001" });
  });
});

describe("a time", () => {
  test.each([
    ["1767225601", "2026-01-01T00:00:01.000Z"],
    [1767225601, "2026-01-01T00:00:01.000Z"],
    ["1767225601.5", "2026-01-01T00:00:01.500Z"],
    [1767225601000, "2026-01-01T00:00:01.000Z"],
    ["soon", null],
    ["", null],
    [null, null],
    [-1, null],
    [1e300, null],
    [{}, null],
  ])("%j is %j", (timestamp, occurredAt) => {
    const event = readOne(ofMessages({ messages: [aMessage({ type: "text", timestamp })] }));
    expect(event.data.occurredAt).toBe(occurredAt);
    expect(event.timestampMs).toBe(occurredAt === null ? receivedAtMs : Date.parse(occurredAt));
  });

  test.each([
    [1767225803, "2026-01-01T00:03:23.000Z", "1767225803"],
    ["January 31, 2021", "2021-01-31T00:00:00.000Z", "January 31, 2021"],
    ["Feb 1, 2021", "2021-02-01T00:00:00.000Z", "Feb 1, 2021"],
    ["tomorrow", null, "tomorrow"],
    [null, null, null],
  ])("a template disabled on %j is so at %j", (disable_date, disabledAt, disableDateRaw) => {
    const value = { event: "DISABLED", disable_info: { disable_date } };
    const { data } = readOne(aNotification("message_template_status_update", value));
    expect(data).toMatchObject({ status: "disabled", disabledAt, disableDateRaw });
  });
});
