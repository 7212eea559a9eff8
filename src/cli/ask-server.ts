import type { Config } from "../config.ts";
import { type Finding, good } from "../domain/finding.ts";
import { messageOf } from "../platform/lifecycle.ts";

const patienceMs = 5000;

/** What the running server says of itself: `GET /readyz`. */
export async function askServer(config: Config): Promise<Finding[]> {
  const check = "server.ready";
  const url = addressOf(config);
  if (url === null) {
    const message = "Its port was picked at its start, so it was not asked whether it is ready.";
    return [{ check, status: "note", message, advice: "Give --listen with the address that it printed." }];
  }
  try {
    // The certificate is for the name that the world knows; here only whether it answers is asked.
    const response = await fetch(`${url}/readyz`, {
      signal: AbortSignal.timeout(patienceMs),
      tls: { rejectUnauthorized: false },
      proxy: "",
    });
    return readReply(check, url, response.status, await response.json());
  } catch (error) {
    return [
      {
        check,
        status: "warning",
        message: `It does not answer at ${url}: ${messageOf(error)}.`,
        advice: "Give the server's own settings (POSTHORN_LISTEN); if they are right, look at its log.",
      },
    ];
  }
}

function addressOf({ listen, tlsCertFile }: Config): string | null {
  if (listen.port === 0) return null;
  const wildcards: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" };
  const host = wildcards[listen.host] ?? listen.host;
  return `${tlsCertFile ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${listen.port}`;
}

function readReply(check: string, url: string, status: number, body: unknown): Finding[] {
  const { warnings = [], errors = [] } = body as {
    warnings?: string[];
    errors?: { path: string; message: string }[];
  };
  const troubles: Finding[] = [
    ...errors.map(({ path, message }) => ({
      check,
      status: "problem" as const,
      message,
      advice: `/readyz: ${path}`,
    })),
    ...warnings.map((message) => ({ check, status: "warning" as const, message, advice: null })),
  ];
  if (troubles.length > 0) return troubles;
  if (status === 200) return [good(check, `It answers at ${url} and takes events.`)];
  const message = `It answers at ${url} with ${status}.`;
  return [{ check, status: "problem", message, advice: "Look at its log." }];
}
