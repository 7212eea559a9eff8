import { AppError, type FieldError, validationFailed } from "../domain/app-error.ts";
import type { Source, SourceKind, SourceSpec } from "../domain/source.ts";
import type { Random } from "../platform/random.ts";
import { hiddenConfig, missingSecrets } from "../sources/config-patch.ts";
import type { SourceAdapter } from "../sources/source-adapter.ts";
import { sourceAdapters } from "../sources/source-adapters.ts";
import type { SourceCatalogueEntry } from "../store/source-verbs.ts";

/** The configuration that an input means, which the schema of its kind has accepted. Throws `validation_failed`. */
export function completeConfig(kind: SourceKind, input: unknown, random: Random): object {
  const adapter = sourceAdapters[kind];
  const config = complete(adapter, input, random);
  const missing = missingSecrets(adapter.config.redacted(config), config);
  if (missing.length > 0) throw validationFailed(missing.map(inConfig));
  return config;
}

function complete(adapter: SourceAdapter, input: unknown, random: Random): object {
  try {
    return adapter.config.complete(input, random);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw validationFailed(error.errors.map(inConfig));
  }
}

function inConfig({ path, message }: FieldError): FieldError {
  return { path: path === "" ? "config" : `config.${path}`, message };
}

/** What the catalogue gets with a source of that configuration. */
export function catalogueOf(kind: SourceKind, config: object): SourceCatalogueEntry[] {
  return sourceAdapters[kind].eventTypes(config).map(({ name, description, group, schema, example }) => ({
    name,
    spec: {
      description,
      group,
      schema: schema && JSON.stringify(schema),
      example: example && JSON.stringify(example),
      archived: false,
      shared: false,
    },
  }));
}

/** A source's fields without anything secret, for the audit log. */
export function auditFieldsOf({ kind, name, status, config }: Source): Record<string, unknown> {
  return { kind, name, status, config: hiddenConfig(sourceAdapters[kind], config) };
}

/** A source as it begins. */
export function newSpec(name: string, config: object): SourceSpec {
  return { name, status: "active", config };
}
