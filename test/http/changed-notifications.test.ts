import { afterAll, describe, expect, test } from "bun:test";
import fc from "fast-check";
import { appSecret, namesOfPayloads, payload, signatureOf } from "../sources/whatsapp/a-notification.ts";
import { changedNotification } from "../sources/whatsapp/changed-notification.ts";
import { anApi } from "../support/an-api.ts";

const api = await anApi();
afterAll(() => api.close());

async function post(id: string, body: Uint8Array, signature: string): Promise<Response> {
  const headers = { "x-hub-signature-256": signature };
  return api.fetch(
    new Request(`http://localhost/in/${id}`, { method: "POST", headers, body: new Uint8Array(body) }),
  );
}

/** Of a body that is too large the signature is not looked at. */
const bodyBytesMax = 4 * 1024 * 1024;

describe.each([...namesOfPayloads])("whatsapp: %s, changed at will,", (name) => {
  test("is taken if it is signed, refused if it is not, and does the source no harm", async () => {
    // Of its own, because of the rate limit.
    const source = { kind: "whatsapp", name: name.slice(0, 57), config: { appSecrets: [appSecret] } };
    const id = await api.aSourceId(source);
    await fc.assert(
      fc.asyncProperty(changedNotification(name), async (body) => {
        const isTooLarge = body.length > bodyBytesMax;
        expect((await post(id, body, signatureOf(body))).status).toBe(isTooLarge ? 413 : 200);
        expect((await post(id, body, signatureOf(body, "another"))).status).toBe(isTooLarge ? 413 : 401);
      }),
      { numRuns: 10 },
    );
    const sound = payload(name);
    expect((await post(id, sound, signatureOf(sound))).status).toBe(200);
    const { data } = (await api.call("GET", `/api/v1/events?tag=source:${source.name}&limit=1`)).body;
    expect(data).toHaveLength(1);
  });
});
