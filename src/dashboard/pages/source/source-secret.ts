import type { Source } from "../../api/shapes.ts";
import { genericConfigOf, whatsappConfigOf } from "../../parts/source-words.ts";

/** Where a kind of verification has its secret, and the one before. */
const secretMembers: Record<string, readonly [now: string, before: string]> = {
  "standard-webhooks": ["secret", "previousSecret"],
  hmac: ["secret", "previousSecret"],
  basic: ["password", "previousPassword"],
  bearer: ["token", "previousToken"],
  "header-token": ["token", "previousToken"],
  stripe: ["secret", "previousSecret"],
  slack: ["secret", "previousSecret"],
};

/** The members of a source's secret; null where it has none. Meta's is a list. */
export function secretOf(source: Source): { members: readonly [string, string] } | "list" | null {
  const config = genericConfigOf(source);
  if (config === null) return "list";
  const members = secretMembers[config.verification.kind];
  return members === undefined ? null : { members };
}

/** Whether the secret of before holds as well. */
export function holdsTwo(source: Source): boolean {
  const whatsapp = whatsappConfigOf(source);
  if (whatsapp !== null) return whatsapp.appSecrets.length > 1;
  const secret = secretOf(source);
  const verification = genericConfigOf(source)?.verification;
  return secret !== null && secret !== "list" && verification?.[secret.members[1]] != null;
}

/** The change that makes another secret hold, beside the present one if that is given or kept. */
export function newSecret(
  source: Source,
  { secret, keeps, present }: { secret: string; keeps: boolean; present: string },
) {
  const place = secretOf(source);
  // Meta's keep their places in the list: what is stored comes first.
  if (place === "list") return { appSecrets: keeps ? ["[redacted]", secret] : [secret] };
  if (place === null) return {};
  const [now, before] = place.members;
  return { verification: { [now]: secret, [before]: keeps ? present : null } };
}

/** The change after which the secret of before holds no more; null where the new one has to be given once more. */
export function withoutOldSecret(source: Source) {
  const place = secretOf(source);
  return place === null || place === "list" ? null : { verification: { [place.members[1]]: null } };
}
