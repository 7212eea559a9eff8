import { z } from "zod";

/** What an API key may do. `operator` keys belong to the instance, all others to one organization. */
export const role = z.enum(["viewer", "publisher", "admin", "owner", "operator"]);
export type Role = z.infer<typeof role>;
