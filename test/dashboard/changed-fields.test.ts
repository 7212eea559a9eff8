import { expect, test } from "bun:test";
import { changedFields } from "../../src/dashboard/pages/endpoint-form/changed-fields.ts";
import { type FormValues, formValuesOf } from "../../src/dashboard/pages/endpoint-form/form-values.ts";

const stored = formValuesOf({
  url: "https://a.example/in",
  eventTypes: ["order.*"],
  description: "CRM",
  rateLimitPerSecond: 10,
  autoDisableAfter: null,
  retry: { preset: "custom", delaysSeconds: [30, 300] },
  headers: { "X-Env": "prod", Authorization: "[redacted]" },
  metadata: { team: "blue" },
  filter: { amount: { $gte: 100 } },
  signing: {
    scheme: "hmac",
    bodySignature: { header: "X-Sig", encoding: "hex", prefix: "", secret: "[redacted]" },
  },
});

const changed = (changes: Partial<FormValues>) => changedFields(stored, { ...stored, ...changes });

test("what was left alone is left out", () => {
  expect(changed({})).toEqual({});
  expect(changed({ filter: '{"amount":{"$gte":100}}', description: " CRM " })).toEqual({});
});

test("what was emptied is null, or the value for none", () => {
  expect(changed({ rateLimitPerSecond: "", filter: " ", description: "" })).toEqual({
    rateLimitPerSecond: null,
    filter: null,
    description: "",
  });
});

test("a schedule is sent as its preset or as its waits", () => {
  expect(changed({ retry: "short" })).toEqual({ retry: { preset: "short" } });
  expect(changed({ waits: "1 min" })).toEqual({ retry: { delaysSeconds: [60] } });
});

test("of headers only those are sent that changed, and a removed one as null", () => {
  const [env, authorization] = stored.headers;
  if (!env || !authorization) throw new Error("two headers were stored");
  const added = { key: "new-1", name: "X-New", value: "1", isStored: false };
  expect(changed({ headers: [{ ...env, value: "test" }, authorization, added] })).toEqual({
    headers: { "X-Env": "test", "X-New": "1" },
  });
  expect(changed({ headers: [env] })).toEqual({ headers: { Authorization: null } });
  expect(changed({ headers: [env, { ...authorization, value: "Bearer 2" }] })).toEqual({
    headers: { Authorization: "Bearer 2" },
  });
  expect(changed({ headers: [{ ...env, name: "x-env" }, authorization] })).toEqual({
    headers: { "x-env": "prod" },
  });
});

test("a stored secret of the body's signature stays when something beside it changes", () => {
  expect(changed({ bodyPrefix: "sha256=" }).signing?.bodySignature).toEqual({
    header: "X-Sig",
    encoding: "hex",
    prefix: "sha256=",
    secret: "[redacted]",
  });
  expect(changed({ signsBody: false }).signing).toEqual({ scheme: "hmac", bodySignature: null });
});

test("of a new endpoint everything is left to the organization's defaults that nobody touched", () => {
  const defaults = formValuesOf({ timeoutSeconds: 20, retry: { preset: "extended" }, autoDisableAfter: 3 });
  const filled = { ...defaults, url: "https://b.example/", eventTypes: ["*"] };
  expect([defaults.timeoutSeconds, defaults.retry, defaults.autoDisableAfter]).toEqual([20, "extended", 3]);
  expect(changedFields(defaults, filled)).toEqual({ url: "https://b.example/", eventTypes: ["*"] });
});
