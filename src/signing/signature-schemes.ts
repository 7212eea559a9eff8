import type { SignatureSchemeName } from "../domain/signing.ts";
import type { SignatureScheme } from "./signature-scheme.ts";
import { v1 } from "./v1.ts";
import { v1a } from "./v1a.ts";

/** Every signature scheme: one is a file in this folder and a line here. */
export const signatureSchemes: Record<SignatureSchemeName, SignatureScheme> = { hmac: v1, ed25519: v1a };
