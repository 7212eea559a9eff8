import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSystemNames } from "../../src/delivery/system-names.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { type NameServer, startNameServer } from "../support/name-server.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";

let server: NameServer;
let directory: ReturnType<typeof temporaryDirectory>;
beforeEach(async () => {
  server = await startNameServer();
  directory = temporaryDirectory();
});
afterEach(() => {
  server.close();
  directory.remove();
});

function aQuery({ hosts = "", resolver = "" }: { hosts?: string; resolver?: string }) {
  const [hostsFile, resolverFile] = [join(directory.path, "hosts"), join(directory.path, "resolv.conf")];
  writeFileSync(hostsFile, hosts);
  writeFileSync(resolverFile, resolver);
  return createSystemNames({ clock: systemClock, servers: [server.address], hostsFile, resolverFile });
}

const found = { addresses: ["192.0.2.1"], ttl: 60 };

describe("the hosts file", () => {
  const hosts = "# local\n192.0.2.7\tCrm.internal crm # the old one\n2001:db8::7 crm\nnonsense here\n";

  test.each([
    ["crm.internal", ["192.0.2.7"]],
    ["CRM", ["192.0.2.7", "2001:db8::7"]],
    ["crm.internal.", ["192.0.2.7"]],
  ])("knows %s, and no server is asked", async (name, addresses) => {
    const records = await aQuery({ hosts })(name);
    expect(records).toEqual(addresses.map((address) => ({ address, ttl: 0 })));
    expect(server.asked).toEqual([]);
  });

  test.each(["localhost", "a.localhost."])("or not, %s is this host", async (name) => {
    expect((await aQuery({})(name)).map(({ address }) => address)).toEqual(["127.0.0.1", "::1"]);
  });
});

describe("search domains", () => {
  const resolver = "nameserver 192.0.2.53\nsearch one.test two.test.\n";

  test("complete a name without a dot, in their order, before it is tried as it stands", async () => {
    server.answer("crm.two.test", found);
    expect((await aQuery({ resolver })("crm")).length).toBe(1);
    expect(server.asked).toEqual(["crm.one.test", "crm.two.test"]);
  });

  test("come after the name as it stands where it has dots enough", async () => {
    server.answer("crm.internal", found);
    expect((await aQuery({ resolver })("crm.internal")).length).toBe(1);
    expect(server.asked).toEqual(["crm.internal"]);
  });

  test("come first where it has fewer than ndots", async () => {
    server.answer("crm.internal", found);
    await aQuery({ resolver: `${resolver}options timeout:1 ndots:2\n` })("crm.internal");
    expect(server.asked).toEqual(["crm.internal.one.test", "crm.internal.two.test", "crm.internal"]);
  });

  test("do not complete a name that ends in a dot", async () => {
    await expect(aQuery({ resolver })("crm.")).rejects.toThrow();
    expect(server.asked).toEqual(["crm"]);
  });

  test("are not tried where the servers cannot tell whether there is such a name", async () => {
    server.answer("crm.internal", "servfail");
    await expect(aQuery({ resolver })("crm.internal")).rejects.toMatchObject({
      code: expect.stringContaining("SERVFAIL"),
    });
    expect(new Set(server.asked)).toEqual(new Set(["crm.internal"]));
  });
});
