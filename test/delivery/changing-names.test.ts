import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { createNameResolver } from "../../src/delivery/name-resolver.ts";
import { createSystemNames } from "../../src/delivery/system-names.ts";
import { type Clock, systemClock } from "../../src/platform/clock.ts";
import { answered, aRequest, aTransport, failure } from "../support/a-transport.ts";
import { answer, type HostileReceiver, startHostileReceiver } from "../support/hostile-receiver.ts";
import { type NameServer, startNameServer } from "../support/name-server.ts";
import { until } from "../support/until.ts";

/** The resolver as it is at work, with a name server of its own: one that fails, is slow, and changes its mind. */

let server: NameServer;
const opened: { close(): void }[] = [];
beforeEach(async () => {
  server = await startNameServer();
});
afterEach(() => {
  server.close();
  for (const each of opened.splice(0)) each.close();
});

/** A clock that a test can put forward. */
function aResolver() {
  let aheadMs = 0;
  const clock: Clock = { ...systemClock, monotonic: () => systemClock.monotonic() + aheadMs };
  const pass = (ms: number) => {
    aheadMs += ms;
  };
  const query = createSystemNames({ clock, servers: [server.address], resolverFile: "/dev/null" });
  return { resolver: createNameResolver({ clock, query }), pass };
}

async function receiverAt(address: string, port?: number): Promise<HostileReceiver> {
  const receiver = await startHostileReceiver({
    address,
    ...(port === undefined ? {} : { port }),
    // So that the next request needs a connection of its own.
    onRequest: ({ socket }) => void socket.end(answer(200, address, { Connection: "close" })),
  });
  opened.push(receiver);
  return receiver;
}

describe("a name", () => {
  test.each([
    [1, 5],
    [20, 20],
    [86_400, 60],
  ])("whose record holds for %d s is asked for again after %d s, and not before", async (ttl, seconds) => {
    const { resolver, pass } = aResolver();
    server.answer("a.posthorn.test", { addresses: ["127.0.0.2"], ttl });
    await resolver.resolve("a.posthorn.test");
    pass(seconds * 1000 - 1500);
    await resolver.resolve("a.posthorn.test");
    expect(server.asked.length).toBe(1);
    pass(1500);
    await resolver.resolve("a.posthorn.test");
    expect(server.asked.length).toBe(2);
  });

  test("is asked for once, however many wait for it", async () => {
    const { resolver } = aResolver();
    server.answer("slow.posthorn.test", { addresses: ["127.0.0.2"], ttl: 60, afterMs: 300 });
    const all = await Promise.all(Array.from({ length: 100 }, () => resolver.resolve("slow.posthorn.test")));
    expect(all.at(-1)).toEqual({ kind: "found", addresses: ["127.0.0.2"] });
    expect(server.asked).toEqual(["slow.posthorn.test"]);
  });

  test.each([
    ["does not exist", "nxdomain", "has no address"],
    ["cannot be looked up", "servfail", "could not look up"],
    ["nobody may ask for", "refused", "could not look up"],
    ["has a reply that is none", "garbage", "posthorn.test"],
    ["has no address", { addresses: [], ttl: 60 }, "has no address"],
  ] as const)(
    "that %s fails with a sentence, and is asked for again once it may be back",
    async (_, bad, reason) => {
      const { resolver, pass } = aResolver();
      server.answer("bad.posthorn.test", bad);
      const first = await resolver.resolve("bad.posthorn.test");
      expect(first).toEqual({ kind: "failed", error: expect.stringContaining(reason) });
      server.answer("bad.posthorn.test", { addresses: ["127.0.0.2"], ttl: 60 });
      expect((await resolver.resolve("bad.posthorn.test")).kind).toBe("failed");
      pass(5000);
      expect(await resolver.resolve("bad.posthorn.test")).toEqual({
        kind: "found",
        addresses: ["127.0.0.2"],
      });
    },
  );

  test("is found at once where nobody answers for IPv6", async () => {
    server.answer("old.posthorn.test", { addresses: ["127.0.0.2"], ttl: 60, ignoresIpv6: true });
    const startedAt = performance.now();
    expect((await aResolver().resolver.resolve("old.posthorn.test")).kind).toBe("found");
    expect(performance.now() - startedAt).toBeLessThan(900);
  });

  test("that nobody answers for is given up after three seconds", async () => {
    server.answer("dead.posthorn.test", "silence");
    const startedAt = performance.now();
    const resolution = await aResolver().resolver.resolve("dead.posthorn.test");
    expect(resolution).toEqual({ kind: "failed", error: expect.stringContaining("within 3 s") });
    expect(performance.now() - startedAt).toBeGreaterThan(2900);
  });

  test("is found at once behind a hundred that nobody answers for", async () => {
    const { resolver } = aResolver();
    server.answer("good.posthorn.test", { addresses: ["127.0.0.2"], ttl: 60 });
    const dead = Array.from({ length: 100 }, (_, n) => `dead${n}.posthorn.test`);
    for (const name of dead) server.answer(name, "silence");
    const all = Promise.all(dead.map((name) => resolver.resolve(name)));
    // Else its own packet may be lost among theirs, where the buffers are small.
    await until(() => server.asked.length >= dead.length);
    const startedAt = performance.now();
    expect((await resolver.resolve("good.posthorn.test")).kind).toBe("found");
    expect(performance.now() - startedAt).toBeLessThan(2000);
    expect((await all).every(({ kind }) => kind === "failed")).toBe(true);
  });
});

describe("a receiver whose name changes", () => {
  test("is followed to its new address once the old record has run out", async () => {
    const { resolver, pass } = aResolver();
    const old = await receiverAt("127.0.0.2");
    await receiverAt("127.0.0.3", old.port);
    const transport = aTransport({ resolver });
    opened.push(transport);
    const send = async () =>
      answered(await transport.send(aRequest({ url: `http://moving.posthorn.test:${old.port}/` }))).body;
    server.answer("moving.posthorn.test", { addresses: ["127.0.0.2"], ttl: 30 });
    expect(await send()).toBe("127.0.0.2");
    server.answer("moving.posthorn.test", { addresses: ["127.0.0.3"], ttl: 30 });
    expect(await send()).toBe("127.0.0.2");
    pass(30_000);
    expect(await send()).toBe("127.0.0.3");
  });

  test("to an address that is refused gets nothing more", async () => {
    const { resolver, pass } = aResolver();
    const receiver = await receiverAt("127.0.0.2");
    const transport = aTransport({ resolver });
    opened.push(transport);
    const send = () => transport.send(aRequest({ url: `http://rebound.posthorn.test:${receiver.port}/` }));
    server.answer("rebound.posthorn.test", { addresses: ["127.0.0.2"], ttl: 1 });
    expect(answered(await send()).status).toBe(200);
    server.answer("rebound.posthorn.test", { addresses: ["169.254.169.254"], ttl: 1 });
    pass(5000);
    expect(failure(await send()).outcome).toBe("blocked_address");
    expect(receiver.requests.length).toBe(1);
  });

  test("and then has none is a dns_error", async () => {
    const { resolver, pass } = aResolver();
    const receiver = await receiverAt("127.0.0.2");
    const transport = aTransport({ resolver });
    opened.push(transport);
    const send = () => transport.send(aRequest({ url: `http://gone.posthorn.test:${receiver.port}/` }));
    server.answer("gone.posthorn.test", { addresses: ["127.0.0.2"], ttl: 1 });
    expect(answered(await send()).status).toBe(200);
    server.answer("gone.posthorn.test", "nxdomain");
    pass(5000);
    expect(failure(await send()).outcome).toBe("dns_error");
  });
});
