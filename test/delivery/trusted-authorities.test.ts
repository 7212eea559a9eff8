import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTrustedAuthorities } from "../../src/delivery/trusted-authorities.ts";
import { answered, aRequest, aTransport, failure } from "../support/a-transport.ts";
import { createAuthority } from "../support/certificate.ts";
import { startHostileReceiver } from "../support/hostile-receiver.ts";

const folder = mkdtempSync(join(tmpdir(), "posthorn-authorities-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string): string {
  const file = join(folder, `${crypto.randomUUID()}.pem`);
  writeFileSync(file, content);
  return file;
}

test("each authority of the file is trusted beside the bundled ones, and no other", async () => {
  const [first, second, unknown] = [createAuthority(), createAuthority(), createAuthority()];
  const secureContext = readTrustedAuthorities(fileWith(`# ours\n${first.cert}\n${second.cert}`));
  const transport = aTransport({ secureContext });
  const send = async (authority: typeof first) => {
    const receiver = await startHostileReceiver({ tls: authority.issue({ names: ["receiver.test"] }) });
    const result = await transport.send(aRequest({ url: `https://receiver.test:${receiver.port}/` }));
    receiver.close();
    return result;
  };
  expect(answered(await send(first)).status).toBe(200);
  expect(answered(await send(second)).status).toBe(200);
  expect(failure(await send(unknown)).outcome).toBe("tls_error");
});

test.each([
  ["that is missing", () => join(folder, "none.pem"), "cannot be read"],
  ["without a certificate", () => fileWith("hello"), "holds no certificate"],
  [
    "with a damaged certificate",
    () => fileWith(`-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----`),
    "certificate 1 is damaged",
  ],
])("a file %s stops the start", (_, file, reason) => {
  expect(() => readTrustedAuthorities(file())).toThrow(reason);
});
