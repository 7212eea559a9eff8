import type { Source } from "../../api/shapes.ts";
import { genericConfigOf } from "../../parts/source-words.ts";

const metaBody =
  '{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"2"},"statuses":[{"id":"wamid.1","status":"read","timestamp":"1778676385","recipient_id":"12025550143"}]}}]}]}';
const anyBody = '{"hello":"world"}';

/** How a secret of the sender's reads here: nobody but the sender has it. */
const secret = "the secret";

/** A request as the sender would make it, for the shell; null where it takes more than a shell to sign one. */
export function curlSample(source: Pick<Source, "config" | "kind">, url: string): string | null {
  const config = genericConfigOf(source);
  if (config === null) {
    return signed({ url, body: metaBody, header: "X-Hub-Signature-256", prefix: "sha256=" });
  }
  const { kind, ...given } = config.verification;
  const text = (member: string): string => String(given[member] ?? "");
  switch (kind) {
    case "none":
      return plain(url, []);
    case "bearer":
      return plain(url, [`Authorization: Bearer ${secret}`]);
    case "header-token":
      return plain(url, [`${text("header")}: ${secret}`]);
    case "basic":
      return `curl -i ${quoted(url)} -u ${quoted(`${text("username")}:the password`)} \\\n  -d ${quoted(anyBody)}`;
    case "hmac":
      return signed({
        ...{ url, body: anyBody, header: text("header"), prefix: text("prefix") },
        ...{ algorithm: text("algorithm"), encoding: text("encoding") },
      });
    default:
      return null;
  }
}

function plain(url: string, headers: readonly string[]): string {
  const given = ["Content-Type: application/json", ...headers].map((header) => `  -H ${quoted(header)}`);
  return [`curl -i ${quoted(url)}`, ...given, `  -d ${quoted(anyBody)}`].join(" \\\n");
}

function signed(order: {
  url: string;
  body: string;
  header: string;
  prefix: string;
  algorithm?: string;
  encoding?: string;
}): string {
  const { url, body, header, prefix, algorithm = "sha256", encoding = "hex" } = order;
  const hmac = `printf %s "$BODY" | openssl dgst -${algorithm} -hmac "$SECRET"`;
  const signature = encoding === "base64" ? `${hmac} -binary | base64 -w0` : `${hmac} -r | cut -d' ' -f1`;
  return [
    `SECRET=${quoted(secret)}`,
    `BODY=${quoted(body)}`,
    `SIGNATURE=$(${signature})`,
    `curl -i ${quoted(url)} -H 'Content-Type: application/json' \\`,
    `  -H ${quoted(`${header}: ${prefix}`)}"$SIGNATURE" -d "$BODY"`,
  ].join("\n");
}

/** As one word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
