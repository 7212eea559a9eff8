import { describe, expect, test } from "bun:test";
import {
  aMessage,
  aNotification,
  aStatus,
  businessNumber,
  ofMessages,
  payload,
  read,
  readOne,
} from "./a-notification.ts";

describe("a status", () => {
  test("has what it is billed as, also where that is nested", () => {
    const pricing = { billable: true, pricing_model: "PMP" };
    const statuses = [aStatus({ pricing }), aStatus({ id: "wamid.2", conversation: { id: "c", pricing } })];
    for (const { data } of read(ofMessages({ statuses }))) {
      expect(data.pricing).toEqual({ billable: true, pricingModel: "PMP" });
    }
  });

  test("of a group tells the group and who of it", () => {
    const [first, second] = read(payload("status-group-two-participants.json"));
    expect(first?.data).toMatchObject({ groupId: "Y2FwaV9ncm91cDpleGFtcGxlOjE=", to: "+12025550143" });
    expect(second?.data).toMatchObject({ contact: { phone: "+447700900123" } });
  });

  test("failed because the recipient opted out says so", () => {
    const { data } = readOne(payload("status-failed-131050-recipient-opted-out.json"));
    expect(data).toMatchObject({
      recipientOptedOut: true,
      error: { code: 131050, title: expect.any(String) },
    });
    expect(data.error.details).toStartWith("Unable to deliver the message.");
    expect(readOne(payload("status-failed-131047-reengagement.json")).data.recipientOptedOut).toBeFalse();
    const errors = [{ code: 131_026 }, { code: 131_050 }];
    const { data: second } = readOne(ofMessages({ statuses: [aStatus({ status: "failed", errors })] }));
    expect(second).toMatchObject({ recipientOptedOut: true, error: { code: 131_026 } });
  });

  test.each(["deleted", "warning", "toString", "constructor"])(
    "named %s is unmapped, under its own key",
    (name) => {
      const { type, dedupKey, data } = readOne(ofMessages({ statuses: [aStatus({ status: name })] }));
      expect([type, dedupKey]).toEqual([
        "whatsapp.unmapped",
        `wa:status:200000000000001:wamid.1:${name.toLowerCase()}`,
      ]);
      expect(data.raw.status).toBe(name);
    },
  );
});

describe("a message", () => {
  test("whose type is missing is what its content shows", () => {
    const { type, data } = readOne(ofMessages({ messages: [aMessage({ text: { body: "Hello" } })] }));
    expect(type).toBe("message.received");
    expect(data.message).toMatchObject({ type: "text", content: { body: "Hello" } });
    expect(readOne(ofMessages({ messages: [aMessage({})] })).data.message.type).toBe("unknown");
  });

  test("without an id is unmapped, and no two such are taken for one", () => {
    const events = read(
      ofMessages({ messages: [{ type: "text", text: { body: "a" } }, { type: "text" }, null, 7] }),
    );
    expect(events.map(({ type }) => type)).toEqual(new Array(4).fill("whatsapp.unmapped"));
  });

  test("of a group's system that is about no number is unmapped, under its own key", () => {
    const system = { type: "customer_identity_changed", body: "…" };
    const { type, dedupKey } = readOne(ofMessages({ messages: [aMessage({ type: "system", system })] }));
    expect([type, dedupKey]).toEqual(["whatsapp.unmapped", "wa:msg:200000000000001:wamid.1"]);
  });

  test("that a number changed tells both, in the older form too", () => {
    const expected = { oldPhone: "+12025550143", newPhone: "+12025550177", newWaId: "12025550177" };
    expect(readOne(payload("inbound-system-user-changed-number.json")).data).toMatchObject(expected);
    const system = { new_wa_id: "12025550177", type: "user_changed_number" };
    const older = aMessage({ type: "system", system });
    expect(readOne(ofMessages({ messages: [older] })).data).toMatchObject(expected);
  });

  test("that was edited has its new content", () => {
    expect(readOne(payload("inbound-edit.json")).data).toMatchObject({
      contentType: "text",
      content: { body: "Does it come in blue?" },
      originalMessageId: expect.stringMatching(/^wamid\./),
    });
  });
});

describe("a form", () => {
  const form = (name: string) => read(payload(name))[1]?.data.form;

  test("has its fields as they are named, and the message that it answers", () => {
    expect(form("inbound-interactive-nfm-reply-flow.json")).toEqual({
      name: "flow",
      flowToken: "tok_0001",
      response: {
        flow_token: "tok_0001",
        full_name: "Zoë Example",
        plan: "monthly",
        consent: true,
        topics: ["a", "b"],
      },
      responseRaw: expect.stringContaining("tok_0001"),
      replyToMessageId: expect.stringMatching(/^wamid\./),
    });
  });

  test.each([
    ["[1,2]", null],
    ["null", null],
    ["", null],
    ["{", null],
    ['{"a":12345678901234567890}', Number("12345678901234567890")],
  ])("whose response is %j is kept as it is", (response_json, a) => {
    const interactive = { type: "nfm_reply", nfm_reply: { response_json } };
    const [, submitted] = read(ofMessages({ messages: [aMessage({ type: "interactive", interactive })] }));
    expect(submitted?.data.form).toMatchObject({ responseRaw: response_json, flowToken: null });
    expect(submitted?.data.form.response?.a ?? null).toBe(a);
    if (a !== null) expect(submitted?.text).toContain('"response":{"a":12345678901234567890}');
  });
});

describe("the second catalogue", () => {
  const wanted = new Set(["message.incoming", "message.report"]);

  test("is made only of types that are wanted", () => {
    const typesOf = (names: string[]) =>
      read(payload("inbound-text.json"), { wanted: new Set(names) }).map(({ type }) => type);
    expect(typesOf([])).toEqual(["message.received"]);
    expect(typesOf(["message.report"])).toEqual(["message.received"]);
    expect(typesOf(["message.incoming"])).toEqual(["message.received", "message.incoming"]);
  });

  test("has a message with its content as Meta spells it", () => {
    const [, incoming] = read(payload("inbound-image-with-caption.json"), { wanted });
    const wamid = "wamid.HBgLMTIwMjU1NTAxNDMVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDAwNwA=";
    expect(incoming?.dedupKey).toBe(`wa:compat:msg:200000000000001:${wamid}`);
    expect(incoming?.data).toMatchObject({
      sender: { customer_id: wamid, phone_number: "+12025550143" },
      type: "image",
      content: { caption: "Front door", mime_type: "image/jpeg" },
      timestamp: "2026-01-01T00:00:07.000Z",
    });
  });

  test("reports what was sent, delivered, read or failed, and when that was received", () => {
    const [, report] = read(payload("status-read.json"), { wanted });
    expect(report?.data).toEqual({
      recipient: { customer_id: expect.stringMatching(/^wamid\./), phone_number: "+12025550143" },
      status: "READ",
      reported_at: "2026-01-01T00:30:00.250Z",
      timestamp: "2026-01-01T00:01:43.000Z",
    });
    const [, failed] = read(payload("status-failed-131047-reengagement.json"), { wanted });
    expect(failed?.data).toMatchObject({ status: "FAILED", error: { code: 131047 } });
    expect(read(payload("status-played.json"), { wanted }).map(({ type }) => type)).toEqual([
      "message.played",
    ]);
  });
});

describe("what no other event is made of", () => {
  const system = { type: "customer_identity_changed", body: "…" };
  const preference = { wa_id: "12025550143", value: "later", timestamp: 1767225623 };
  test.each([
    ["a status", ofMessages({ statuses: [aStatus({ status: "deleted", timestamp: "1767225623" })] })],
    [
      "a status without a name",
      ofMessages({ statuses: [aStatus({ status: null, timestamp: "1767225623" })] }),
    ],
    [
      "a message of the system",
      ofMessages({ messages: [aMessage({ type: "system", system, timestamp: "1767225623" })] }),
    ],
    [
      "a preference",
      aNotification("user_preferences", { ...businessNumber, user_preferences: [preference] }),
    ],
  ])("says when %s was, and whom it is about", (_, body) => {
    const { type, data, timestampMs } = readOne(body);
    expect(type).toBe("whatsapp.unmapped");
    expect(data).toMatchObject({
      occurredAt: "2026-01-01T00:00:23.000Z",
      contact: { phone: "+12025550143" },
    });
    expect(timestampMs).toBe(Date.parse("2026-01-01T00:00:23.000Z"));
  });
});
