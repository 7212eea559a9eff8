import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import type { HttpApp } from "../../src/http/http-app.ts";
import type { LogFields } from "../../src/platform/logger.ts";
import { aKeyIdentity, aKeyStore } from "../support/a-key-store.ts";
import { anHttpApp } from "../support/an-http-app.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

let clock: VirtualClock;
let app: HttpApp;
let logged: [event: string, fields: LogFields][];

beforeEach(async () => {
  clock = new VirtualClock();
  logged = [];
  const write = (event: string, fields: LogFields = {}) => logged.push([event, fields]);
  app = anHttpApp(aKeyStore({ phk_good: aKeyIdentity() }), {
    operations: { clock },
    logger: { debug: write, info: write, warn: write, error: write },
  });
});
afterEach(() => {
  logged = [];
});

const send = (token: string, address: string | null = "192.0.2.1") =>
  app.fetch(
    new Request("http://localhost/api/v1/me", { headers: { authorization: `Bearer ${token}` } }),
    address,
  );

async function fail(times: number, address?: string | null): Promise<Response> {
  for (let n = 1; n < times; n++) await send("phk_bad", address);
  return send("phk_bad", address);
}

describe("security.md: failed authentication", () => {
  test("is limited for each client address", async () => {
    expect((await fail(600)).status).toBe(401);
    const refused = await fail(1);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(await refused.json()).toMatchObject({ code: "rate_limited" });
    expect((await send("phk_bad", "192.0.2.2")).status).toBe(401);
    await clock.advance(1000);
    expect((await fail(10)).status).toBe(401);
    expect((await fail(1)).status).toBe(429);
  });

  test("never stops a valid key", async () => {
    await fail(700);
    expect((await send("phk_good")).status).toBe(200);
  });

  test("counts a whole /64 of IPv6 as one client, and a mapped address as IPv4", async () => {
    await fail(600, "2001:db8:0:1::1");
    expect((await send("phk_bad", "2001:db8:0:1:ffff::2")).status).toBe(429);
    expect((await send("phk_bad", "2001:db8:0:2::1")).status).toBe(401);
    await fail(600, "192.0.2.9");
    expect((await send("phk_bad", "::ffff:192.0.2.9")).status).toBe(429);
  });

  test("of clients whose address is unknown is limited together", async () => {
    expect((await fail(601, null)).status).toBe(429);
  });

  test("is logged with its address, until there is too much of it", async () => {
    await fail(650);
    const failures = logged.filter(([event]) => event === "authentication.failed");
    expect(failures).toHaveLength(600);
    expect(failures[0]?.[1]).toEqual({ address: "192.0.2.1", requestId: expect.stringMatching(/^req_/) });
    expect(failures.at(-1)?.[1].note).toContain("not logged until");
    expect(JSON.stringify(logged)).not.toContain("phk_");
  });
});
