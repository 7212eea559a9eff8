import { expect, test } from "bun:test";
import { connectTrouble, troubleOf } from "../../src/delivery/transport-trouble.ts";

const errorWith = (code: string) => Object.assign(new Error(code), { code });

test.each(["EMFILE", "ENFILE", "EADDRNOTAVAIL"])("%s is our own trouble, not an attempt", (code) => {
  expect(connectTrouble(new AggregateError([errorWith(code)]), "a.test:443").kind).toBe("not_attempted");
});

test.each([
  [["ECONNREFUSED", "ENETUNREACH"], "connection_refused"],
  [["ENETUNREACH", "EHOSTUNREACH"], "connection_failed"],
  [["ECONNRESET"], "connection_reset"],
  [["ETIMEDOUT"], "connection_failed"],
])("a connection that failed with %p is a %s", (codes, outcome) => {
  const trouble = connectTrouble(new AggregateError(codes.map(errorWith)), "a.test:443");
  expect(trouble).toMatchObject({ kind: "failed", outcome, error: expect.stringContaining("a.test:443") });
});

test.each([
  ["EPIPE", "connection_reset"],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls_error"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "tls_error"],
  ["CERT_NOT_YET_VALID", "tls_error"],
  ["EWHATEVER", "connection_failed"],
])("an exchange that ended with %s is a %s", (code, outcome) => {
  expect(troubleOf(errorWith(code), "a.test:443")).toMatchObject({ kind: "failed", outcome });
});

test("a process without file descriptors makes no attempt, whatever the runtime calls it", async () => {
  const script = `
    import { openSync } from "node:fs";
    const { aTransport, aRequest } = await import("./test/support/a-transport.ts");
    const transport = aTransport();
    const send = () => transport.send(aRequest({ url: "http://receiver.test:1/" }));
    const refused = await send();
    try { for (;;) openSync("/dev/null", "r"); } catch {}
    console.log(JSON.stringify([refused, await send()]));
  `;
  const child = Bun.spawn(["sh", "-c", 'ulimit -n 128; exec bun -e "$1"', "sh", script], { stdout: "pipe" });
  const results: unknown = JSON.parse(await new Response(child.stdout).text());
  expect(results).toEqual([
    expect.objectContaining({ outcome: "connection_refused" }),
    expect.objectContaining({ kind: "not_attempted" }),
  ]);
});
