import { createHmac } from "node:crypto";
import type { BodySignature } from "../domain/signing.ts";

/**
 * The value of the body signature's header: HMAC-SHA256 of the raw body, keyed with a secret **as text**, prefix
 * included, as receivers outside Standard Webhooks check it.
 * @param newestSecret the endpoint's, for where the form has none of its own
 */
export function bodySignatureOf(form: BodySignature, newestSecret: string, body: string): string {
  const hmac = createHmac("sha256", form.secret ?? newestSecret).update(body);
  return form.prefix + hmac.digest(form.encoding);
}
