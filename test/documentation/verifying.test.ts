import { afterAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import vectors from "../signing/vectors.json";
import { codeBlocksOf, readPage } from "../support/markdown.ts";
import { temporaryDirectory } from "../support/temporary-directory.ts";
import { type SnippetRun, snippetRuns } from "./snippet-runs.ts";

const blocks = codeBlocksOf(await readPage("docs/verifying.md"));
const directory = temporaryDirectory();
afterAll(() => directory.remove());

interface VerifyCase {
  name: string;
  /** Secret or public key, id, timestamp, signatures, body in base64, the present time. */
  args: string[];
  isGenuine: boolean;
}

interface Signed {
  key: string;
  id: string;
  timestamp: number;
  signature: string;
  body: string;
}

/** What a receiver meets: the request as signed, and everything that an attacker or a mishap makes of it. */
function casesOf(signed: Signed, other: Signed): VerifyCase[] {
  const { signature, timestamp } = signed;
  const aCase = (
    name: string,
    isGenuine: boolean,
    change: Partial<Record<keyof Signed | "now", unknown>>,
  ) => {
    const { key, id, timestamp: at, signature: given, body, now } = { ...signed, now: timestamp, ...change };
    const bytes = Buffer.from(String(body)).toString("base64");
    return { name, isGenuine, args: [key, id, at, given, bytes, now].map(String) };
  };
  return [
    aCase("as signed", true, {}),
    aCase("behind another signature", true, { signature: `${other.signature} ${signature}` }),
    aCase("before one of an unknown version", true, { signature: `${signature} v9,AAAA` }),
    aCase("five minutes old", true, { now: timestamp + 300 }),
    aCase("older than five minutes", false, { now: timestamp + 301 }),
    aCase("from the future", false, { now: timestamp - 301 }),
    aCase("another body", false, { body: `${signed.body} ` }),
    aCase("another id", false, { id: `${signed.id}x` }),
    aCase("another time", false, { timestamp: timestamp + 1 }),
    aCase("a time that is none", false, { timestamp: "soon" }),
    aCase("another's key", false, { key: other.key }),
    aCase("another's signature", false, { signature: other.signature }),
    aCase("a signature without its version", false, { signature: signature.split(",")[1] }),
    aCase("no signature", false, { signature: "" }),
    aCase("no id", false, { id: "" }),
  ];
}

const hmac = vectors
  .filter(({ scheme }) => scheme === "v1")
  .map((vector) => ({ ...vector, key: vector.secret }));
const ed25519 = vectors
  .filter(({ scheme }) => scheme === "v1a")
  .map((vector) => ({ ...vector, key: vector.publicKey ?? "" }));

/** Signed by the reference's own library, with characters of one to four bytes. */
function signedByReference(): Signed {
  const [key = "", id, timestamp, body] = [hmac[0]?.key, "evt_1", 1_700_000_000, '{"to":"Zoë €5 🎉"}'];
  return { key, id, timestamp, body, signature: new Webhook(key).sign(id, new Date(timestamp * 1000), body) };
}

function requireTwo(signed: readonly Signed[]): [Signed, Signed] {
  const [first, second] = signed;
  if (!first || !second) throw new Error("two signed requests are needed");
  return [first, second];
}

const [firstVector, secondVector] = requireTwo(hmac);
const hmacCases = [
  ...casesOf(firstVector, secondVector),
  ...casesOf(secondVector, firstVector),
  ...casesOf(signedByReference(), secondVector),
];

async function verdictsOf(run: SnippetRun, info: string, cases: readonly VerifyCase[]): Promise<string[]> {
  const snippet = blocks.find((block) => block.info === info)?.text;
  if (snippet === undefined) throw new Error(`docs/verifying.md has no block "${info}"`);
  const folder = join(directory.path, info.replace(" ", "-"));
  for (const [name, text] of Object.entries(run.files(snippet))) await Bun.write(join(folder, name), text);
  for (const command of run.commands.slice(0, -1)) await outputOf(command, folder);
  const last = run.commands.at(-1) ?? [];
  return (await outputOf([...last, ...cases.flatMap(({ args }) => args)], folder)).trim().split("\n");
}

async function outputOf(command: readonly string[], cwd: string): Promise<string> {
  // Nothing is fetched, no toolchain and no module.
  const env = { ...process.env, GOPROXY: "off", GOTOOLCHAIN: "local", GO111MODULE: "off" };
  const child = Bun.spawn([...command], { cwd, env, stdout: "pipe", stderr: "pipe" });
  const [out, error] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  if ((await child.exited) !== 0) throw new Error(`${command[0]} ended with an error:\n${error}${out}`);
  return out;
}

function judged(cases: readonly VerifyCase[], verdicts: readonly string[]): [string, string | undefined][] {
  return cases.map(({ name }, i) => [name, verdicts[i]]);
}

function expected(cases: readonly VerifyCase[]): [string, string][] {
  return cases.map(({ name, isGenuine }) => [name, String(isGenuine)]);
}

describe("the page on verifying", () => {
  for (const [info, run] of Object.entries(snippetRuns)) {
    const isHere = Bun.which(run.program) !== null;
    if (!isHere)
      process.stderr.write(`${run.program} is not on this machine: the ${info} snippet is skipped.\n`);
    test.skipIf(!isHere)(
      `verifies in ${info} what is genuine and nothing else`,
      async () => {
        const cases =
          info === "js ed25519" ? ed25519.flatMap((one) => casesOf(one, otherEd25519(one))) : hmacCases;
        expect(cases.length).toBeGreaterThanOrEqual(15);
        expect(judged(cases, await verdictsOf(run, info, cases))).toEqual(expected(cases));
      },
      60_000,
    );
  }

  test.skipIf(Bun.which("python3") === null)("verifies the signature of the body alone", async () => {
    // Meta's documented form: the header of a request that its own scheme signed.
    const given = "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756";
    const body = '{"object":"whatsapp_business_account","entry":[]}';
    const snippet = blocks.find(({ info }) => info === "python body-signature")?.text ?? "";
    const call = (signature: string) =>
      `print(verify_body("test_app_secret", ${JSON.stringify(signature)}, ${JSON.stringify(body)}.encode(), "sha256="))`;
    await Bun.write(
      join(directory.path, "body.py"),
      [snippet, call(given), call(given.slice(7)), call("")].join("\n"),
    );
    expect((await outputOf(["python3", "body.py"], directory.path)).split("\n").slice(0, 3)).toEqual([
      "True",
      "False",
      "False",
    ]);
  });

  test("has every language that was promised", () => {
    const headings = blocks.map(({ heading }) => heading);
    for (const language of ["JavaScript", "Python", "Go", "PHP", "Ruby", "Java"]) {
      expect(headings).toContain(language);
    }
  });
});

/** A well-formed key and signature that have nothing to do with the request: the bytes in another order. */
function otherEd25519({ key, signature }: Signed): Signed {
  const turned = (base64: string) => Buffer.from(base64, "base64").reverse().toString("base64");
  const body = { key: `whpk_${turned(key.slice(5))}`, signature: `v1a,${turned(signature.slice(4))}` };
  return { id: "", timestamp: 0, body: "", ...body };
}
