import type { OrganizationId } from "../domain/id.ts";
import type { OperationContext } from "./context.ts";
import { auditFieldsOf } from "./source-spec.ts";

/** Takes nothing more at a source's URL, at once; what it remembers goes in small steps afterwards, its events stay. */
export async function deleteSource(
  { store, clock, nudge, inbound }: OperationContext,
  organizationId: OrganizationId,
  sourceId: string,
): Promise<void> {
  nudge(await store.deleteSource(organizationId, sourceId, { shown: auditFieldsOf, nowMs: clock.now() }));
  inbound.refused.forget(sourceId);
  inbound.runs.accepted(sourceId);
}
