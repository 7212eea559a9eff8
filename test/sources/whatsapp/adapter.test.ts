import { describe, expect, test } from "bun:test";
import { systemRandom } from "../../../src/platform/random.ts";
import { eventShapes } from "../../../src/sources/whatsapp/event-types.ts";
import { whatsapp } from "../../../src/sources/whatsapp/whatsapp.ts";
import { anInboundRequest, describeSourceAdapter } from "../../support/describe-source-adapter.ts";
import { appSecret, payload, receivedAtMs, signatureOf } from "./a-notification.ts";

const config = { verifyToken: "vibe-token-1", appSecrets: [appSecret] };
const signed = (name: string) =>
  anInboundRequest({
    body: payload(name),
    headers: { "x-hub-signature-256": signatureOf(payload(name)) },
    receivedAtMs,
  });
const reported = ["message.report"];

describeSourceAdapter("whatsapp", whatsapp, {
  samples: [
    {
      name: "a handshake",
      config,
      request: anInboundRequest({
        method: "GET",
        query: "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=vibe-token-1",
      }),
      becomes: null,
      isBodySigned: false,
    },
    {
      name: "a form, with an older secret beside the app's",
      config: { ...config, appSecrets: [appSecret, "an older app secret"], includeRaw: false },
      request: signed("inbound-interactive-nfm-reply-flow.json"),
      becomes: ["message.received", "form.submitted", "message.incoming"],
      isBodySigned: true,
    },
    {
      name: "messages and a status in one batch",
      config,
      request: signed("batch-two-entries-messages-and-status.json"),
      becomes: [
        ...["message.received", "message.incoming", "message.received", "message.incoming"],
        ...["message.read", ...reported, "message.received", "message.incoming"],
      ],
      isBodySigned: true,
    },
    {
      name: "a flow's alert",
      config,
      request: signed("flow-endpoint-latency.json"),
      becomes: ["flow.endpoint_latency"],
      isBodySigned: true,
    },
    {
      name: "a field that nobody knows",
      config,
      request: signed("unknown-field.json"),
      becomes: ["whatsapp.unmapped"],
      isBodySigned: true,
    },
  ],
  catalogue: "complete",
  secrets: [appSecret, "an older app secret"],
});

describe("the catalogue of WhatsApp's types", () => {
  const types = whatsapp.eventTypes({ ...config, includeRaw: true });

  test("has every type that can be made, with a schema and an example", () => {
    expect(types.map(({ name }) => name).sort()).toEqual(Object.keys(eventShapes).sort());
    expect(types.filter(({ schema, example }) => schema === null || example === null)).toEqual([]);
  });

  test("allows members that come later", () => {
    expect(JSON.stringify(types.map(({ schema }) => schema))).not.toContain('"additionalProperties":false');
  });
});

describe("the configuration of a WhatsApp source", () => {
  const problemsOf = (input: unknown) =>
    whatsapp.config.input
      .safeParse(input)
      .error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];

  test("makes a token up that nobody guesses", () => {
    const made = () =>
      whatsapp.config.complete(whatsapp.config.input.parse({ appSecrets: [appSecret] }), systemRandom);
    expect(made()).toEqual({
      verifyToken: expect.stringMatching(/^[A-Za-z0-9_-]{32}$/),
      appSecrets: [appSecret],
      includeRaw: true,
    });
    expect(made()).not.toEqual(made());
  });

  test.each([
    [{}, "appSecrets must be a list of one or two of the app's secrets"],
    [{ appSecrets: [] }, "appSecrets must have the app's secret, with which Meta signs"],
    [
      { appSecrets: ["a", "b", "c"] },
      "appSecrets must have at most two secrets: the new one and the old one",
    ],
    [{ appSecrets: [""] }, "appSecrets.0 must not be empty; Meta shows it in the app's basic settings"],
    [{ appSecrets: ["a "] }, "appSecrets.0 must not begin or end with white space"],
    [{ appSecrets: ["a"], verifyToken: "" }, "verifyToken must not be empty"],
    [{ appSecrets: ["a"], verifyToken: "  " }, "verifyToken must not begin or end with white space"],
    [{ appSecrets: ["a"], includeRaw: "no" }, "includeRaw must be true or false"],
  ])("refuses %j", (input, problem) => {
    expect(problemsOf(input)).toContain(problem);
  });
});
