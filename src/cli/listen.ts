import { decodeSecret } from "../domain/signing-secret.ts";
import { messageOf } from "../platform/lifecycle.ts";
import type { Output } from "../platform/output.ts";
import { StartError } from "../platform/start-error.ts";
import { waitForStopSignal } from "../platform/stop-signal.ts";
import { type Command, type CommandInput, exitCodes, UsageError } from "./command.ts";
import { verifyWebhook } from "./verify-webhook.ts";

interface ListenOptions {
  port: number;
  secret: string | null;
  status: number;
}

/** `posthorn listen`: a receiver for trying deliveries out. Needs no data directory and no server. */
export const listenCommand: Command = {
  name: "listen",
  summary: "Receive webhooks on this machine and print them, to try deliveries out",
  usage: "[--port 4000] [--secret whsec_…] [--status 200]",
  details: [
    "  --port <number>    port on 127.0.0.1 (default: 4000; 0 picks a free one)",
    "  --secret <whsec_>  verify the signature of each request with this signing secret",
    "  --status <number>  answer with this status (default: 200)",
    "",
    "The endpoint's URL is then http://127.0.0.1:4000/, which a server takes when it was started with --dev.",
  ].join("\n"),
  options: { port: { type: "string" }, secret: { type: "string" }, status: { type: "string" } },
  positionalsMax: 0,
  async run({ flags, output }) {
    const options = readOptions(flags);
    const server = startReceiver(options, output);
    output.write(`Listening on http://127.0.0.1:${server.port}/ (every path; answers ${options.status})`);
    if (options.secret === null) output.write("Signatures are not verified: give --secret whsec_… for that.");
    await waitForStopSignal();
    await server.stop(true);
    return exitCodes.ok;
  },
};

function readOptions(flags: CommandInput["flags"]): ListenOptions {
  const secret = flags.secret === undefined ? null : String(flags.secret);
  if (secret !== null && decodeSecret(secret) === null) {
    throw new UsageError('--secret must be a signing secret: "whsec_" and base64, as the endpoint shows it.');
  }
  return {
    port: readNumber(flags.port ?? "4000", "--port", 0, 65_535),
    // A status below 200 is no answer yet, and one above 599 is none.
    status: readNumber(flags.status ?? "200", "--status", 200, 599),
    secret,
  };
}

function readNumber(text: string | boolean, flag: string, min: number, max: number): number {
  const value = /^\d{1,5}$/.test(String(text)) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`${flag} ("${text}") must be a whole number from ${min} to ${max}.`);
}

function startReceiver(options: ListenOptions, output: Output): Bun.Server<undefined> {
  try {
    return Bun.serve({
      hostname: "127.0.0.1",
      port: options.port,
      fetch: (request) => receive(request, options, output),
    });
  } catch (error) {
    throw new StartError(
      `Port ${options.port} cannot be listened on: ${messageOf(error)}. Give another one with --port.`,
    );
  }
}

async function receive(request: Request, options: ListenOptions, output: Output): Promise<Response> {
  const body = await request.text();
  const { pathname } = new URL(request.url);
  const type = request.headers.get("x-posthorn-event") ?? "no event type";
  const attempt = request.headers.get("x-posthorn-attempt");
  output.write("");
  output.write(`${request.method} ${pathname}  ${type}${attempt ? `  attempt ${attempt}` : ""}`);
  output.write(`  webhook-id ${request.headers.get("webhook-id") ?? "(none)"}`);
  if (options.secret !== null) output.write(`  ${describeVerification(request, body, options.secret)}`);
  for (const line of prettyBody(body).split("\n")) output.write(`  ${line}`);
  return new Response(null, { status: options.status });
}

function describeVerification(request: Request, body: string, secret: string): string {
  const problem = verifyWebhook(request.headers, body, secret);
  return problem === null ? "signature verified" : `signature NOT verified: ${problem}`;
}

/** Control characters are shown as escapes: a body must not steer the terminal. */
function prettyBody(body: string): string {
  let text = body;
  try {
    text = JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    // Not JSON: shown as it came.
  }
  return text.replace(
    /(?!\n)\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
