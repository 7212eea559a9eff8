import { z } from "zod";
import { redacted } from "../../domain/header-name.ts";
import { decodeSecret } from "../../domain/signing-secret.ts";

/** RFC 9110, 5.6.2: a token. */
export const headerName = z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/, "must be a header's name");

const secretText = z.string().min(1, "must not be empty").max(1024, "must be at most 1,024 characters");

/** What a header can carry: one with anything else in it would never be the sender's. */
const headerToken = secretText.regex(
  /^[!-~](?:[ -~]*[!-~])?$/,
  "must be printable ASCII, and must not begin or end with a space: it stands in a header",
);

const standardSecret = z
  .string()
  .refine(
    (text) => decodeSecret(text) !== null,
    'must be "whsec_" followed by the padded base64 of 24 to 64 bytes',
  );

/** A secret that still holds while the sender goes over to another one. */
function previous<S extends z.ZodType>(secret: S) {
  return secret.nullable().default(null).meta({ description: "Holds as well, until it is set to null" });
}

const toleranceSeconds = z
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(86_400, "must be at most 86,400")
  .default(300)
  .meta({ description: "How far the sender's clock may be from ours" });

const signed = { secret: secretText, previousSecret: previous(secretText) };

/** How a request shows that it comes from whom it should. */
export const verification = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({ kind: z.literal("none") }).meta({ description: "Whoever knows the URL may send" }),
      z.strictObject({
        kind: z.literal("standard-webhooks"),
        secret: standardSecret,
        previousSecret: previous(standardSecret),
        toleranceSeconds,
      }),
      z.strictObject({
        kind: z.literal("hmac"),
        header: headerName.meta({ description: "Where the signature of the raw body stands" }),
        algorithm: z.enum(["sha1", "sha256", "sha512"]).default("sha256"),
        encoding: z.enum(["hex", "base64"]).default("hex"),
        prefix: z
          .string()
          .max(64, "must be at most 64 characters")
          .regex(/^(?:[!-~][ -~]*)?$/, "must be printable ASCII, and must not begin with a space")
          .default("")
          .meta({ description: "What stands before the signature, such as `sha256=`" }),
        ...signed,
      }),
      z.strictObject({
        kind: z.literal("basic"),
        username: z
          .string()
          .max(256, "must be at most 256 characters")
          .regex(/^[^:]*$/, "must have no colon"),
        password: secretText,
        previousPassword: previous(secretText),
      }),
      z.strictObject({
        kind: z.literal("bearer"),
        token: headerToken,
        previousToken: previous(headerToken),
      }),
      z.strictObject({
        kind: z.literal("header-token"),
        header: headerName,
        token: headerToken,
        previousToken: previous(headerToken),
      }),
      z
        .strictObject({ kind: z.literal("stripe"), ...signed, toleranceSeconds })
        .meta({ description: "`Stripe-Signature: t=…,v1=…`" }),
      z
        .strictObject({ kind: z.literal("slack"), ...signed, toleranceSeconds })
        .meta({ description: "`X-Slack-Signature: v0=…`, and the answer to Slack's URL challenge" }),
    ],
    {
      error: "must have the kind none, standard-webhooks, hmac, basic, bearer, header-token, stripe or slack",
    },
  )
  .meta({ id: "SourceVerification" });
export type Verification = z.output<typeof verification>;

/** The member in which a kind has its secret, and the one for the secret before. */
const secretMembers = {
  none: null,
  "standard-webhooks": ["secret", "previousSecret"],
  hmac: ["secret", "previousSecret"],
  basic: ["password", "previousPassword"],
  bearer: ["token", "previousToken"],
  "header-token": ["token", "previousToken"],
  stripe: ["secret", "previousSecret"],
  slack: ["secret", "previousSecret"],
} as const satisfies Record<Verification["kind"], readonly [string, string] | null>;

/** As they are read: nothing but `[redacted]` passes, whoever forgets to hide a secret. */
const hiddenSecret = z.literal(redacted).nullable().optional();

/** A verification as it is read. Loose, because `[redacted]` is no secret of any kind. */
export const shownVerification = z.looseObject({
  kind: z.string(),
  ...Object.fromEntries(
    Object.values(secretMembers).flatMap((names) => (names ?? []).map((name) => [name, hiddenSecret])),
  ),
});

/** The members in which a verification has secrets. */
export function secretMembersOf({ kind }: Pick<Verification, "kind">): readonly string[] {
  return secretMembers[kind] ?? [];
}
