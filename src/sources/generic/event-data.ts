import { jsonDepthMax } from "../../domain/event.ts";
import { isJsonObject } from "../../domain/json-object.ts";
import { depthOf } from "../../domain/json-text.ts";

/** A body as an event's data. */
export interface BodyData {
  /** JSON text of an object. */
  text: string;
  /** The same, parsed. */
  value: Record<string, unknown>;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/**
 * Makes an event's data of whatever a sender sent: a JSON object as it came, byte for byte, whatever it is called (`curl
 * -d` calls everything a form, in which no brace comes first); the fields of a form; any other JSON as `{"body": …}`; any other text as `{"body": "…"}`; bytes that are no text as `{"bodyBase64": "…"}`.
 */
export function dataOf(body: Uint8Array, contentType: string | null): BodyData {
  const text = textOf(body);
  if (text === null) return made({ bodyBase64: Buffer.from(body).toString("base64") });
  const isFields = isForm(contentType) && !/^\s*\{/.test(text);
  return (isFields ? formData(text) : null) ?? jsonData(text) ?? made({ body: text });
}

function textOf(body: Uint8Array): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

/** Null for what is no JSON, or deeper nested than an event's data may be. */
function jsonData(text: string): BodyData | null {
  try {
    const value: unknown = JSON.parse(text);
    // One level more for what goes around it.
    const depthMax = isJsonObject(value) ? jsonDepthMax : jsonDepthMax - 1;
    // A text this short cannot hold that many pairs of brackets.
    if (text.length > 2 * depthMax && depthOf(text) > depthMax) return null;
    if (isJsonObject(value)) return { text: text.trim(), value };
    return { text: `{"body":${text.trim()}}`, value: { body: value } };
  } catch {
    return null;
  }
}

function isForm(contentType: string | null): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}

/** A form whose one field `payload` is a JSON object is that object, as GitHub and Slack mean it. */
function formData(text: string): BodyData {
  const fields = new URLSearchParams(text);
  const payload = fields.size === 1 ? fields.get("payload") : null;
  const meant = payload === null ? null : jsonData(payload);
  if (meant !== null) return meant;
  const byName = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  return made(
    Object.fromEntries([...byName].map(([name, values]) => [name, values.length === 1 ? values[0] : values])),
  );
}

function made(value: Record<string, unknown>): BodyData {
  return { text: JSON.stringify(value), value };
}
