import type { OrganizationId } from "../domain/id.ts";
import { type Source, type SourceKind, sourcesMax } from "../domain/source.ts";
import type { OperationContext } from "./context.ts";
import { auditFieldsOf, catalogueOf, completeConfig, newSpec } from "./source-spec.ts";

/** Makes a source, and describes its types in the catalogue where nobody has yet. */
export async function createSource(
  { store, clock, newId, random }: OperationContext,
  organizationId: OrganizationId,
  input: { kind: SourceKind; name: string; config: unknown },
): Promise<Source> {
  const { kind, name } = input;
  const config = completeConfig(kind, input.config, random);
  return store.createSource(organizationId, {
    id: newId("source"),
    kind,
    spec: newSpec(name, config),
    eventTypes: catalogueOf(kind, config),
    shown: auditFieldsOf,
    sourcesMax,
    nowMs: clock.now(),
  });
}
