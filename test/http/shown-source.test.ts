import { describe, expect, test } from "bun:test";
import { shownSource } from "../../src/http/routes/shown-source.ts";
import { verification } from "../../src/sources/generic/verification.ts";

const source = {
  id: "src_1",
  kind: "generic",
  name: "up",
  status: "active",
  url: "/in/src_1",
  createdAt: "2026-05-13T12:46:25.000Z",
  updatedAt: "2026-05-13T12:46:25.000Z",
};
const reply = { status: 200, body: "", contentType: "application/json" };
const generic = (by: object) => ({
  preset: null,
  verification: by,
  eventType: "a.b",
  eventId: null,
  respondWith: reply,
});
const isShown = (config: object) => shownSource.safeParse({ ...source, config }).success;

describe("no reply about a source can carry a secret", () => {
  const members = verification.options.flatMap(({ shape }) =>
    Object.keys(shape)
      .filter((member) => /secret|token$|password/i.test(member))
      .map((member) => [shape.kind.value, member] as const),
  );

  test.each(members)("%s: %s", (kind, member) => {
    expect(isShown(generic({ kind, [member]: "[redacted]" }))).toBeTrue();
    expect(isShown(generic({ kind, [member]: "s3cret" }))).toBeFalse();
  });

  test("whatsapp: appSecrets", () => {
    const shown = (appSecrets: string[]) => isShown({ verifyToken: "token", appSecrets, includeRaw: true });
    expect([shown(["[redacted]"]), shown(["[redacted]", "s3cret"])]).toEqual([true, false]);
  });
});
