import { expect, test } from "bun:test";
import { type AddressRecord, createNameResolver } from "../../src/delivery/name-resolver.ts";
import { createSystemNames } from "../../src/delivery/system-names.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { notFoundError } from "../support/a-transport.ts";
import { createHandClock } from "../support/hand-clock.ts";

function aResolver(query: (name: string) => Promise<AddressRecord[]>) {
  const clock = createHandClock();
  const asked: string[] = [];
  const resolver = createNameResolver({
    clock,
    query: (name) => {
      asked.push(name);
      return query(name);
    },
  });
  return { clock, asked, resolver };
}

const record = (address: string, ttl: number) => ({ address, ttl });

test("a name is asked for once while an answer is awaited, and both kinds of address come back in order", async () => {
  const { resolver, asked } = aResolver(async () => [record("2606::1", 60), record("1.2.3.4", 60)]);
  const all = await Promise.all([1, 2, 3].map(() => resolver.resolve("a.test")));
  expect(asked).toEqual(["a.test"]);
  expect(all[2]).toEqual({ kind: "found", addresses: ["2606::1", "1.2.3.4"] });
});

test.each([
  [0, 5],
  [30, 30],
  [86_400, 60],
])("an answer with a TTL of %d s is kept for %d s", async (ttl, seconds) => {
  const { resolver, asked, clock } = aResolver(async () => [
    record("1.2.3.4", ttl),
    record("1.2.3.5", 90_000),
  ]);
  await resolver.resolve("a.test");
  clock.advance(seconds * 1000 - 1);
  await resolver.resolve("a.test");
  expect(asked.length).toBe(1);
  clock.advance(1);
  await resolver.resolve("a.test");
  expect(asked.length).toBe(2);
});

test("a changed record is seen once the old one has run out", async () => {
  const addresses = ["1.2.3.4", "1.2.3.5"];
  const { resolver, clock } = aResolver(async () => [record(addresses.shift() ?? "", 5)]);
  await resolver.resolve("a.test");
  clock.advance(5000);
  expect(await resolver.resolve("a.test")).toEqual({ kind: "found", addresses: ["1.2.3.5"] });
});

test("a dead name is asked for again after 5 s, not before", async () => {
  const { resolver, asked, clock } = aResolver(() => Promise.reject(notFoundError()));
  expect(await resolver.resolve("a.test")).toEqual({
    kind: "failed",
    error: expect.stringContaining('"a.test" has no address'),
  });
  await resolver.resolve("a.test");
  expect(asked.length).toBe(1);
  clock.advance(5000);
  await resolver.resolve("a.test");
  expect(asked.length).toBe(2);
});

test("a name server that does not answer is given up after 3 s", async () => {
  const { resolver, clock } = aResolver(() => new Promise(() => {}));
  const resolution = resolver.resolve("a.test");
  clock.advance(2999);
  clock.advance(1);
  expect(await resolution).toEqual({ kind: "failed", error: expect.stringContaining("within 3 s") });
});

test("a name without addresses fails", async () => {
  const { resolver } = aResolver(async () => []);
  expect((await resolver.resolve("a.test")).kind).toBe("failed");
});

test("an answer that names a failure code says it", async () => {
  const { resolver } = aResolver(() => Promise.reject(Object.assign(new Error(), { code: "DNS_ESERVFAIL" })));
  expect(await resolver.resolve("a.test")).toMatchObject({ error: expect.stringContaining("ESERVFAIL") });
});

test("no more than 10,000 names are kept", async () => {
  const { resolver, asked } = aResolver(async () => [record("1.2.3.4", 60)]);
  for (let i = 0; i <= 10_000; i += 1) await resolver.resolve(`h${i}.test`);
  await resolver.resolve("h1.test");
  expect(asked.length).toBe(10_001);
  await resolver.resolve("h0.test");
  expect(asked.length).toBe(10_002);
});

test("the system's look-up knows localhost", async () => {
  const resolution = await createNameResolver({
    clock: systemClock,
    query: createSystemNames({ clock: systemClock }),
  }).resolve("localhost");
  expect(resolution).toMatchObject({ kind: "found", addresses: expect.arrayContaining(["127.0.0.1"]) });
});
