import { describe, expect, test } from "bun:test";
import { AppError } from "../../src/domain/app-error.ts";
import type { EndpointPatch, EndpointSpec } from "../../src/domain/endpoint.ts";
import { patchSpec, specOf } from "../../src/operations/endpoint-spec.ts";

const input = { url: "https://hooks.example.com/in", eventTypes: ["message.*"] };

function aSpec(overrides: Partial<EndpointSpec> = {}): EndpointSpec {
  return { ...specOf(input), ...overrides };
}

function refusal(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof AppError) return error.errors.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe("a new endpoint", () => {
  test("gets the defaults for what is left out", () => {
    expect(aSpec()).toEqual({
      ...input,
      uid: null,
      description: "",
      rateLimitPerSecond: null,
      timeoutSeconds: 10,
      retry: { preset: "standard", delaysSeconds: [5, 300, 1800, 7200, 18000, 36000, 36000] },
      autoDisableAfter: 10,
      ordered: false,
      headers: {},
      payloadFormat: "standard",
      signing: { scheme: "hmac", bodySignature: null },
      filter: null,
      metadata: {},
    });
  });

  test("is never disabled automatically when told null", () => {
    expect(specOf({ ...input, autoDisableAfter: null }).autoDisableAfter).toBeNull();
  });

  test("cannot keep a sensitive value that was never stored", () => {
    expect(refusal(() => specOf({ ...input, headers: { Authorization: "[redacted]" } }))).toEqual([
      "headers.Authorization",
    ]);
  });

  test("may have 30 headers and 50 entries of metadata, not more", () => {
    const entries = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-${i}`, "v"]));
    expect(refusal(() => specOf({ ...input, headers: entries(30), metadata: entries(50) }))).toEqual([]);
    expect(refusal(() => specOf({ ...input, headers: entries(31), metadata: entries(51) }))).toEqual([
      "headers",
      "metadata",
    ]);
  });
});

describe("a merge patch", () => {
  const cases: [name: string, patch: EndpointPatch, changed: Partial<EndpointSpec>][] = [
    ["leaves what is absent", {}, {}],
    ["replaces values", { description: "new", timeoutSeconds: 3 }, { description: "new", timeoutSeconds: 3 }],
    [
      "takes null for the default",
      { timeoutSeconds: null, description: null, retry: null },
      { timeoutSeconds: 10, description: "" },
    ],
    [
      "takes null for no uid and for never disabling",
      { uid: null, autoDisableAfter: null },
      { uid: null, autoDisableAfter: null },
    ],
    [
      "replaces the schedule whole",
      { retry: { delaysSeconds: [1] } },
      { retry: { preset: "custom", delaysSeconds: [1] } },
    ],
    [
      "merges headers by name, whatever the case",
      { headers: { "x-env": "test", "X-New": "1" } },
      { headers: { "x-env": "test", Authorization: "Bearer s3cret", "X-New": "1" } },
    ],
    ["removes a header by null", { headers: { authorization: null } }, { headers: { "X-Env": "prod" } }],
    ["keeps a value that is sent back redacted", { headers: { authorization: "[redacted]" } }, {}],
    ["removes all headers by null", { headers: null }, { headers: {} }],
    ["merges metadata by name", { metadata: { a: null, c: "3" } }, { metadata: { b: "2", c: "3" } }],
  ];
  const current = aSpec({
    uid: "crm",
    description: "old",
    timeoutSeconds: 5,
    headers: { "X-Env": "prod", Authorization: "Bearer s3cret" },
    metadata: { a: "1", b: "2" },
  });
  for (const [name, patch, changed] of cases) {
    test(name, () => expect(patchSpec(current, patch)).toEqual({ ...current, ...changed }));
  }

  test("that moves the URL to another origin must send sensitive values anew", () => {
    const url = "https://evil.example.com/in";
    expect(refusal(() => patchSpec(current, { url }))).toEqual(["headers.Authorization"]);
    expect(refusal(() => patchSpec(current, { url, headers: { Authorization: "[redacted]" } }))).toEqual([
      "headers.Authorization",
    ]);
    expect(refusal(() => patchSpec(current, { url: "https://hooks.example.com:8443/in" }))).not.toEqual([]);
    expect(patchSpec(current, { url, headers: { authorization: "Bearer new" } }).headers).toEqual({
      "X-Env": "prod",
      authorization: "Bearer new",
    });
    expect(patchSpec(current, { url, headers: { authorization: null } }).headers).toEqual({
      "X-Env": "prod",
    });
    expect(patchSpec(current, { url, headers: null }).headers).toEqual({});
  });

  test("may move the URL within its origin", () => {
    expect(patchSpec(current, { url: "https://hooks.example.com/other" }).url).toEndWith("/other");
  });
});
