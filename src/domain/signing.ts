import { z } from "zod";
import { headerNameProblem, redacted } from "./header-name.ts";

/** The names under which an endpoint chooses how its requests are signed. */
export const signatureSchemeName = z.enum(["hmac", "ed25519"]);
export type SignatureSchemeName = z.infer<typeof signatureSchemeName>;

const bodySignatureEncoding = z.enum(["hex", "base64"]);

/** One more header for receivers that check the plain form: the HMAC of the body, keyed with a secret as text. */
export interface BodySignature {
  header: string;
  encoding: z.infer<typeof bodySignatureEncoding>;
  /** What stands before the signature: `sha256=` is GitHub's and Meta's form. */
  prefix: string;
  /** In clear; null: the endpoint's newest signing secret, as text. */
  secret: string | null;
}

/** How an endpoint's requests are signed, with the body signature's secret in clear. */
export interface SigningSpec {
  scheme: SignatureSchemeName;
  bodySignature: BodySignature | null;
}

export const standardSigning: SigningSpec = { scheme: "hmac", bodySignature: null };

const bodySignature = z.object({
  header: z.string(),
  encoding: bodySignatureEncoding,
  prefix: z.string(),
  secret: z
    .literal(redacted)
    .nullable()
    .meta({ description: `\`${redacted}\`, or null: keyed with the newest signing secret` }),
});

/** As read: a secret of the body signature is never shown. */
export const signing = z
  .object({ scheme: signatureSchemeName, bodySignature: bodySignature.nullable() })
  .meta({ id: "Signing" });
export type Signing = z.infer<typeof signing>;

const headerName = z.string("must be text").superRefine((name, context) => {
  const problem = headerNameProblem(name);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

const bodySignatureInput = z.strictObject({
  header: headerName.meta({ description: "Follows the rules of custom headers and equals none of them" }),
  encoding: bodySignatureEncoding.optional().meta({ description: "`hex`, if left out" }),
  prefix: z
    .string("must be text")
    .regex(/^(?:[\x21-\x7e][\x20-\x7e]{0,63})?$/, "must be at most 64 printable ASCII characters")
    .optional()
    .meta({ description: "Stands before the signature, as `sha256=`" }),
  secret: z
    .string("must be text or null")
    .regex(/^[\x20-\x7e]{8,256}$/, "must be 8 to 256 printable ASCII characters")
    .nullable()
    .optional()
    .meta({
      description: `Keys it instead of the signing secret; required with ed25519. \`${redacted}\` keeps the stored one, leaving it out removes it`,
    }),
});

/** As written, whole: what is left out is the default. */
export const signingInput = z
  .strictObject({
    scheme: signatureSchemeName.optional().meta({ description: "`hmac`, if left out" }),
    bodySignature: bodySignatureInput.nullable().optional().meta({
      description:
        "One more header, with the HMAC of the body alone, for receivers that check that; null: none",
    }),
  })
  .meta({
    id: "SigningInput",
    example: {
      scheme: "hmac",
      bodySignature: { header: "X-Hub-Signature-256", encoding: "hex", prefix: "sha256=" },
    },
  });
export type SigningInput = z.infer<typeof signingInput>;
