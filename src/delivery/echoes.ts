import { responseStoredBytesMax } from "../domain/attempt.ts";
import { isSensitiveHeader, redacted } from "../domain/header-name.ts";
import { cutToBytes } from "./response-reader.ts";

/** What of an answer is kept and shown. */
export interface KeptAnswer {
  headers: Record<string, string>;
  body: string;
  bodyTruncated: boolean;
}

/** Shorter texts are no secrets, and stand in any answer by chance. */
const secretCharactersMin = 4;

/**
 * Hides what a receiver echoes of the sensitive headers that it was sent: whoever may read the history may not read
 * those. A receiver for trying things out answers with all that it got.
 */
export function withoutEchoes<Answer extends KeptAnswer>(
  answer: Answer,
  sent: Readonly<Record<string, string>>,
): Answer {
  const secrets = knownSecrets.get(sent) ?? learnSecrets(sent);
  if (secrets.length === 0) return answer;
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, hide(value, secrets)]),
  );
  const hidden = hide(answer.body, secrets);
  // The mark may be longer than what it hides.
  const body = cutToBytes(
    answer.bodyTruncated ? hideAtTheCut(hidden, secrets) : hidden,
    responseStoredBytesMax,
  );
  return { ...answer, headers, body, bodyTruncated: answer.bodyTruncated || body.length < hidden.length };
}

/** By the headers' object, which is the same at every attempt of an endpoint that nobody changes. */
const knownSecrets = new WeakMap<object, readonly string[]>();

function learnSecrets(sent: Readonly<Record<string, string>>): readonly string[] {
  const secrets = secretsIn(sent);
  knownSecrets.set(sent, secrets);
  return secrets;
}

/** The values, and of `Bearer x` and its like the `x` as well; the longest first, so that none hides half of another. */
function secretsIn(sent: Readonly<Record<string, string>>): string[] {
  return Object.entries(sent)
    .filter(([name]) => isSensitiveHeader(name))
    .flatMap(([, value]) => [value, /^[A-Za-z0-9-]+ +(\S+)$/.exec(value)?.[1] ?? ""])
    .filter((text) => text.length >= secretCharactersMin)
    .sort((a, b) => b.length - a.length);
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, () => redacted), text);
}

/** Where the body was cut within a secret, its beginning is left. */
function hideAtTheCut(text: string, secrets: readonly string[]): string {
  for (const secret of secrets) {
    for (let length = secret.length - 1; length >= secretCharactersMin; length--) {
      if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + redacted;
    }
  }
  return text;
}
