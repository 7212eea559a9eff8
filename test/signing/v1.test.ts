import { signatureSchemes } from "../../src/signing/signature-schemes.ts";
import { describeSignatureScheme } from "../support/describe-signature-scheme.ts";
import vectors from "./vectors.json";

describeSignatureScheme("hmac", signatureSchemes.hmac, {
  vectors: vectors.filter(({ scheme }) => scheme === "v1"),
  version: "v1",
});
