import { signatureSchemes } from "../../src/signing/signature-schemes.ts";
import { describeSignatureScheme } from "../support/describe-signature-scheme.ts";
import vectors from "./vectors.json";

describeSignatureScheme("hmac", signatureSchemes.hmac, {
  vectors: vectors.filter(({ scheme }) => scheme === "v1"),
  version: "v1",
  foreignSecret:
    "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==",
});
