import { expect, test } from "bun:test";
import { typeNameOf } from "../../../src/sources/generic/event-type.ts";

test.each([
  ["orders/create", "shopify", "shopify.orders.create"],
  ["Push Hook", "gitlab", "gitlab.push_hook"],
  ["payment_intent.succeeded", undefined, "payment_intent.succeeded"],
  ["com.example:user-added", undefined, "com.example.user_added"],
  ["  ..Weird//--Name!! ", undefined, "weird.name"],
  ["posthorn.endpoint.disabled", undefined, "inbound.posthorn.endpoint.disabled"],
  ["webhook.test", undefined, "inbound.webhook.test"],
  ["äöü", "up", "up.unmapped"],
  [null, "up", "up.unmapped"],
  ["", undefined, "inbound.unmapped"],
  [`${"x".repeat(126)}.yy`, undefined, `${"x".repeat(126)}.y`],
  [`${"x".repeat(127)}.yy`, undefined, "x".repeat(127)],
])("%s with the prefix %s is %s", (found, prefix, name) => {
  expect(typeNameOf(found, prefix)).toBe(name);
});

test("a name made to keep a regular expression busy costs nothing", () => {
  const startedAt = performance.now();
  for (const filler of ["_", "._", "-_"]) {
    expect(typeNameOf(`a${filler.repeat(100_000)}a`, undefined)).toStartWith("a");
  }
  expect(performance.now() - startedAt).toBeLessThan(1000);
});
