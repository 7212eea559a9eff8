import { describe, expect, test } from "bun:test";
import { eventId } from "../../src/domain/event.ts";
import { idPrefixes, organizationId, uid } from "../../src/domain/id.ts";
import { refusals } from "../support/refusals.ts";

describe("the prefixes of ids", () => {
  test("are those of the API", () => {
    expect(Object.values(idPrefixes).sort()).toEqual([
      "alrt_",
      "att_",
      "aud_",
      "dlv_",
      "ep_",
      "evt_",
      "key_",
      "org_",
      "req_",
      "src_",
      "task_",
    ]);
  });

  test("are such that no two kinds can be confused", () => {
    const all = Object.values(idPrefixes);
    for (const one of all) expect(all.filter((other) => other !== one && other.startsWith(one))).toEqual([]);
  });
});

describe("a uid", () => {
  test.each(["crm", "CRM-2_x", "0", "x".repeat(128), "epsilon", "event"])("may be %p", (value) => {
    expect(refusals(uid, value)).toEqual([]);
  });

  test.each(["", "x".repeat(129), "a.b", "a b", "a/b", "é", "crm\n"])("may not be %p", (value) => {
    expect(refusals(uid, value)[0]).toStartWith(": must be 1 to 128 letters, digits, '_' or '-'");
  });

  test.each(Object.values(idPrefixes))("may not start with %s", (prefix) => {
    const [sentence] = refusals(uid, `${prefix}x`);
    expect(sentence).toStartWith(": must not start with an id prefix (");
    expect(sentence).toContain(prefix);
  });
});

describe("a producer's event id", () => {
  test.each(["order-1234", "A_b-9", "x".repeat(128), "evt_of-somebody-else"])("may be %p", (value) => {
    expect(refusals(eventId, value)).toEqual([]);
  });

  test.each(["", "order.1234", "x".repeat(129), "a:b", "ü", "a\n"])("may not be %p", (value) => {
    expect(refusals(eventId, value)[0]).toStartWith(
      ": must be 1 to 128 letters, digits, '_' or '-' (no '.')",
    );
  });
});

test("an organization's id is text", () => {
  expect(refusals(organizationId, "org_1")).toEqual([]);
  expect(refusals(organizationId, 1)).toEqual([": must be text (got 1)"]);
});
