import { validationFailed } from "../domain/app-error.ts";
import type { OperationContext } from "./context.ts";

/** Throws `validation_failed` where the egress guard would never let a request go to the URL. */
export function requireUsableUrl(context: OperationContext, url: string): void {
  const message = context.checkEndpointUrl(url);
  if (message !== null) throw validationFailed([{ path: "url", message }]);
}
