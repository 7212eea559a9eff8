import { describe, expect, test } from "bun:test";
import { AppError } from "../../src/domain/app-error.ts";
import type { SigningInput } from "../../src/domain/signing.ts";
import { patchSpec, specOf } from "../../src/operations/endpoint-spec.ts";

const input = { url: "https://hooks.example.com/in", eventTypes: ["message.*"] };
const header = "X-Flowella-Signature";

function refusal(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof AppError) return error.errors.map(({ path }) => path);
    throw error;
  }
  return [];
}

const signingOf = (signing: SigningInput) => specOf({ ...input, signing }).signing;

describe("signing.bodySignature", () => {
  test("is hex without a prefix and a secret of its own, if these are left out", () => {
    expect(signingOf({ bodySignature: { header } })).toEqual({
      scheme: "hmac",
      bodySignature: { header, encoding: "hex", prefix: "", secret: null },
    });
  });

  test("has a header that no custom header has, in whatever case", () => {
    const headers = { "x-flowella-signature": "v" };
    const signing = { bodySignature: { header } };
    expect(refusal(() => specOf({ ...input, headers, signing }))).toEqual(["signing.bodySignature.header"]);
    const spec = specOf({ ...input, signing });
    expect(refusal(() => patchSpec(spec, { headers }))).toEqual(["signing.bodySignature.header"]);
    expect(refusal(() => patchSpec(specOf({ ...input, headers }), { signing }))).toEqual([
      "signing.bodySignature.header",
    ]);
    expect(refusal(() => patchSpec(specOf({ ...input, headers }), { headers: null, signing }))).toEqual([]);
  });

  test("needs a secret of its own with ed25519, however the scheme came about", () => {
    const bodySignature = { header };
    expect(refusal(() => signingOf({ scheme: "ed25519", bodySignature }))).toEqual([
      "signing.bodySignature.secret",
    ]);
    const spec = specOf({ ...input, signing: { bodySignature: { header, secret: "hunter2hunter2" } } });
    const patch = {
      signing: { scheme: "ed25519" as const, bodySignature: { header, secret: "[redacted]" } },
    };
    expect(patchSpec(spec, patch).signing.bodySignature?.secret).toBe("hunter2hunter2");
  });

  const stored = specOf({
    ...input,
    signing: { bodySignature: { header, prefix: "sha256=", secret: "hunter2hunter2" } },
  });
  const cases: [what: string, signing: SigningInput | null | undefined, secret: string | null | undefined][] =
    [
      ["is kept when it is absent", undefined, "hunter2hunter2"],
      [
        "keeps its secret when that is sent back redacted",
        { bodySignature: { header, secret: "[redacted]" } },
        "hunter2hunter2",
      ],
      ["loses its secret when that is left out", { bodySignature: { header } }, null],
      ["loses its secret by null", { bodySignature: { header, secret: null } }, null],
      ["takes another secret", { bodySignature: { header, secret: "another one" } }, "another one"],
      ["is removed by null", { bodySignature: null }, undefined],
      ["is removed when signing is written without it", {}, undefined],
      ["is removed when signing is null", null, undefined],
    ];
  test.each(cases)("%s", (_, signing, secret) => {
    const after = patchSpec(stored, signing === undefined ? {} : { signing });
    expect(after.signing.bodySignature?.secret).toBe(secret as string);
  });

  test("is replaced whole: a prefix that is left out is none", () => {
    const after = patchSpec(stored, { signing: { bodySignature: { header, encoding: "base64" } } });
    expect(after.signing.bodySignature).toEqual({ header, encoding: "base64", prefix: "", secret: null });
  });

  test("cannot keep a secret that was never stored", () => {
    const bodySignature = { header, secret: "[redacted]" };
    expect(refusal(() => signingOf({ bodySignature }))).toEqual(["signing.bodySignature.secret"]);
    const without = specOf({ ...input, signing: { bodySignature: { header } } });
    expect(refusal(() => patchSpec(without, { signing: { bodySignature } }))).toEqual([
      "signing.bodySignature.secret",
    ]);
  });
});
