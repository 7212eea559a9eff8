import { expect, test } from "bun:test";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { codeBlocksOf, readPage } from "../support/markdown.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";

test("the page on local development signs as the reference does", async () => {
  const block = codeBlocksOf(await readPage("docs/local-development.md")).find(
    ({ info }) => info === "js sign",
  );
  const directory = temporaryDirectory();
  try {
    const path = join(directory.path, "sign.mjs");
    await Bun.write(path, block?.text ?? "");
    const { signedHeaders } = await import(path);
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const body = '{"type":"order.paid","data":{"name":"Zoë"}}';
    expect(new Webhook(secret).verify(body, signedHeaders(secret, body))).toEqual(JSON.parse(body));
  } finally {
    directory.remove();
  }
});
