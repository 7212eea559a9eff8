import { z } from "zod";
import { isoTime } from "./time.ts";

/** What the API can change, as `object.verb`. Publishing is not in it: the event log itself says who was told what. */
export const auditAction = z.enum([
  "organization.create",
  "organization.update",
  "organization.delete",
  "api_key.create",
  "api_key.rotate",
  "api_key.revoke",
  "endpoint.create",
  "endpoint.update",
  "endpoint.delete",
  "endpoint.enable",
  "endpoint.disable",
  "endpoint.pause",
  "endpoint.resume",
  "endpoint.rotate_secret",
  "endpoint.test",
  "event_type.put",
  "event_type.delete",
  "source.create",
  "source.update",
  "source.delete",
  "event.cancel",
  "event.erase",
  "event.resend",
  "delivery.resend",
  "delivery.cancel",
  "endpoint.recover",
  "endpoint.replay",
  "task.cancel",
]);
export type AuditAction = z.infer<typeof auditAction>;

/** Fields by their name, with what they were and what they became; null: there was or is none. */
export const changes = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }));
export type Changes = z.infer<typeof changes>;

/** Who changed what, when, from where. Secrets and sensitive values are never in it. */
export const auditEntry = z
  .object({
    id: z.string(),
    at: isoTime,
    keyId: z.string().meta({
      description:
        "The API key that asked for it; it may be gone by now. `posthorn restore`: the command line",
    }),
    keyName: z.string(),
    action: auditAction,
    objectId: z.string().meta({ description: "What was changed" }),
    address: z.string().nullable().meta({ description: "The client's, as far as it is known" }),
    changes: changes.meta({ description: "What each field was and became; empty where no field tells it" }),
  })
  .meta({
    id: "AuditEntry",
    example: {
      id: "aud_01kq8v4z6t8m5n2p7r9s3w1x0y",
      at: "2026-05-13T12:46:25.000Z",
      keyId: "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
      keyName: "operations",
      action: "endpoint.update",
      objectId: "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
      address: "192.0.2.17",
      changes: { url: { from: "https://hooks.example.com/in", to: "https://hooks.example.com/v2/in" } },
    },
  });
export type AuditEntry = z.infer<typeof auditEntry>;

/** Of a longer value only the length is kept: a page of entries must stay a page. */
const valueCharactersMax = 4000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * What differs between an object's fields before and after; null before it was made and after it is gone.
 * @param shown the fields as the API shows them: what is redacted there is redacted here
 * @param hidden names of fields whose hidden part changed: they are listed although they look the same
 */
export function changesBetween(
  shown: { from: Fields | null; to: Fields | null },
  hidden: readonly string[] = [],
): Changes {
  const names = new Set([...Object.keys(shown.from ?? {}), ...Object.keys(shown.to ?? {})]);
  const found: Changes = {};
  for (const name of names) {
    const from = shown.from?.[name] ?? null;
    const to = shown.to?.[name] ?? null;
    if (JSON.stringify(from) === JSON.stringify(to) && !hidden.includes(name)) continue;
    found[name] = { from: abridged(from), to: abridged(to) };
  }
  return found;
}

function abridged(value: unknown): unknown {
  const { length } = JSON.stringify(value);
  return length > valueCharactersMax ? `(${length} characters)` : value;
}
