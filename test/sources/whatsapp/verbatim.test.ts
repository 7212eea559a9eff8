import { describe, expect, test } from "bun:test";
import { dataBytesMax } from "../../../src/sources/whatsapp/draft.ts";
import { aMessage, aNotification, ofMessages, payload, readOne } from "./a-notification.ts";

describe("what Meta sent", () => {
  test("is passed on byte for byte", () => {
    const item =
      '{ "id":"wamid.1","timestamp" : "1767225601","2":1,"1":2,"type":"image", "image":{"b":"caf\\u00e9 \\ud83d\\ude00 a\\u0040b \\/","id":12345678901234567890,"x":1.0,"y":1e400} }';
    const body = `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[${item}]}}]}]}`;
    const { text } = readOne(body);
    expect(text).toContain(`"raw":${item}`);
    expect(text).toContain(
      '"content":{"b":"caf\\u00e9 \\ud83d\\ude00 a\\u0040b \\/","id":12345678901234567890,"x":1.0,"y":1e400}',
    );
  });

  test("keeps all digits of a template's id", () => {
    const body = aNotification("message_template_status_update", {
      event: "APPROVED",
      message_template_id: 1,
    });
    const long = body.toString().replace('_id":1', '_id":9007199254740993123');
    expect(readOne(long).data.template.id).toBe("9007199254740993123");
  });

  test("has its names in camelCase but in raw, and no value is changed", () => {
    const { data } = readOne(payload("inbound-contacts.json"));
    expect(data.message.content[0]).toEqual({
      name: { formattedName: "Sam Sample", firstName: "Sam", lastName: "Sample" },
      org: { company: "Example Ltd" },
      phones: [{ phone: "+44 7700 900456", waId: "447700900456", type: "MOBILE" }],
      emails: [{ email: "sam@example.com", type: "WORK" }],
    });
    expect(data.raw.contacts[0].phones[0]).toHaveProperty("wa_id");
    const reply = readOne(payload("inbound-interactive-button-reply.json"));
    expect(reply.data.message.content).toEqual({
      type: "button_reply",
      buttonReply: { id: "cancel-button", title: "Cancel" },
    });
  });

  test("is a text of JSON where it is nested too deep for an event, and its content is left out", () => {
    const deep = `${'{"a":'.repeat(100)}1${"}".repeat(100)}`;
    const body = ofMessages({ messages: [aMessage({ type: "text", text: "@" })] })
      .toString()
      .replace('"@"', deep);
    const { data } = readOne(body);
    expect(data.message.content).toBeNull();
    expect(JSON.parse(data.raw).id).toBe("wamid.1");
  });

  test("is left out where the data would be too large, then whatever is large by itself", () => {
    const large = (characters: number) =>
      readOne(ofMessages({ messages: [aMessage({ type: "text", text: { body: "é".repeat(characters) } })] }));
    expect(large(1000).data.raw.text.body).toHaveLength(1000);
    const withoutRaw = large(1_500_000).data;
    expect(withoutRaw.raw).toBeNull();
    expect(withoutRaw.message.content.body).toHaveLength(1_500_000);
    const withoutContent = large(2_500_000);
    expect(withoutContent.data.message.content).toBeNull();
    expect(withoutContent.text.length).toBeLessThan(dataBytesMax);
  });
});
