import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import tls from "node:tls";
import { type Certificate, createAuthority } from "../support/certificate.ts";
import { startHostileReceiver } from "../support/hostile-receiver.ts";
import { type Server, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

const stage = useStage();

/** The outcome of the one attempt at sending an event to that URL. */
async function outcomeAt(server: Server, url: string): Promise<string> {
  const endpoint = { url, eventTypes: ["*"], retry: { preset: "none" } };
  const { id } = (await server.call("POST", "/endpoints", endpoint)).body;
  await server.call("POST", "/events", { type: "order.paid", data: {}, endpointIds: [id] });
  const newest = async () => (await server.call("GET", `/deliveries?endpointId=${id}`)).body.data[0];
  await until(async () => (await newest())?.completedAt !== null);
  return (await newest()).lastOutcome;
}

test("endpoints whose certificate a configured authority signed get their events, others are tls_error", async () => {
  const authority = createAuthority();
  const directory = stage.directory();
  writeFileSync(join(directory, "authority.pem"), authority.cert);
  const certificate = authority.issue({ names: ["localhost"] });
  const receiver = await startHostileReceiver({ tls: certificate });
  const stranger = await startHostileReceiver({ tls: createAuthority().issue({ names: ["localhost"] }) });
  for (const one of [receiver, stranger]) stage.keep(one, () => one.close());
  const server = await stage.serve({ directory, env: { POSTHORN_EXTRA_CA_FILE: "authority.pem" } });
  expect(await outcomeAt(server, `https://localhost:${receiver.port}/`)).toBe("success");
  expect(await outcomeAt(server, `https://localhost:${stranger.port}/`)).toBe("tls_error");
  expect(receiver.requests).toHaveLength(1);
  expect(stranger.requests).toHaveLength(0);
}, 60_000);

function writePair(directory: string, { cert, key }: Certificate): void {
  writeFileSync(join(directory, "cert.pem"), cert);
  writeFileSync(join(directory, "key.pem"), key);
}

/** The fingerprint of the certificate that a new connection to the server gets. */
async function servedFingerprint(url: string, ca: string): Promise<string> {
  const { port } = new URL(url);
  const socket = tls.connect({ host: "127.0.0.1", port: Number(port), servername: "localhost", ca });
  try {
    await new Promise((resolve, reject) => socket.once("secureConnect", resolve).once("error", reject));
    return socket.getPeerCertificate().fingerprint256;
  } finally {
    socket.destroy();
  }
}

test("the API is served over HTTPS, and SIGHUP changes the certificate without an end of service", async () => {
  const authority = createAuthority();
  const directory = stage.directory();
  writePair(directory, authority.issue({ names: ["localhost"] }));
  const env = { POSTHORN_TLS_CERT_FILE: "cert.pem", POSTHORN_TLS_KEY_FILE: "key.pem" };
  const server = await stage.serve({ directory, env });
  expect(server.url).toMatch(/^https:/);
  const first = await servedFingerprint(server.url, authority.cert);
  const hasLogged = (event: string) => () => server.log.some((line) => line.event === event);

  writeFileSync(join(directory, "cert.pem"), "damaged");
  server.signal("SIGHUP");
  await until(hasLogged("certificate.reload_failed"));
  expect(await servedFingerprint(server.url, authority.cert)).toBe(first);

  writePair(directory, authority.issue({ names: ["localhost"] }));
  server.signal("SIGHUP");
  await until(hasLogged("certificate.reloaded"));
  expect(await servedFingerprint(server.url, authority.cert)).not.toBe(first);
  expect(await server.stop()).toBe(0);
}, 60_000);
