import type { EndpointKey } from "../new-work.ts";
import type { SqliteContext } from "./context.ts";

/** Lets go of what memory holds of an endpoint that is gone, once that is on the disk. */
export function forgetEndpoint(
  { traffic, backlog, fronts }: Pick<SqliteContext, "traffic" | "backlog" | "fronts">,
  endpoint: EndpointKey,
): void {
  traffic.forget(endpoint);
  backlog.clear(endpoint);
  fronts.forget(endpoint);
}
