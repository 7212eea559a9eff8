import type { KeyIdentity } from "../domain/api-key.ts";
import type { OrganizationId } from "../domain/id.ts";

/** Who asks, and in which organization: its own, or the one that an operator chose. */
export interface Caller {
  key: KeyIdentity;
  organizationId: OrganizationId;
}
