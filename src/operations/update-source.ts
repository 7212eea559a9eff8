import type { OrganizationId } from "../domain/id.ts";
import type { Source, SourceKind, SourceStatus } from "../domain/source.ts";
import { patchedConfig } from "../sources/config-patch.ts";
import { sourceAdapters } from "../sources/source-adapters.ts";
import type { OperationContext } from "./context.ts";
import { auditFieldsOf, catalogueOf, completeConfig } from "./source-spec.ts";

export interface SourcePatch {
  name?: string | undefined;
  status?: SourceStatus | undefined;
  config?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Changes what a source is told to do.
 * @param check the configuration against the schema of its kind; throws `validation_failed`
 */
export async function updateSource(
  { store, clock, random }: OperationContext,
  organizationId: OrganizationId,
  sourceId: string,
  { patch, check }: { patch: SourcePatch; check: (kind: SourceKind, config: unknown) => unknown },
): Promise<Source> {
  return store.updateSource(organizationId, sourceId, {
    change({ kind, name, status, config: stored }) {
      const config =
        patch.config === undefined
          ? stored
          : completeConfig(
              kind,
              check(kind, patchedConfig(sourceAdapters[kind], stored, patch.config)),
              random,
            );
      const spec = { name: patch.name ?? name, status: patch.status ?? status, config };
      return { spec, eventTypes: patch.config === undefined ? [] : catalogueOf(kind, config) };
    },
    shown: auditFieldsOf,
    nowMs: clock.now(),
  });
}
