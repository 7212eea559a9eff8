import type { Endpoint } from "../domain/endpoint.ts";
import type { SignatureScheme } from "./signature-scheme.ts";
import { v1 } from "./v1.ts";

/** The names under which an endpoint chooses how its requests are signed (`signing.scheme`). */
export type SignatureSchemeName = Endpoint["signing"]["scheme"];

/** Every signature scheme: one is a file in this folder and a line here. */
export const signatureSchemes: Record<SignatureSchemeName, SignatureScheme> = { hmac: v1 };
