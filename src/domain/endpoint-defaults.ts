import { z } from "zod";
import { endpointInput } from "./endpoint.ts";

/**
 * What an organization sets for its new endpoints: every field of an endpoint but those that name one endpoint, say
 * what it is for, or are secret. The schemas are those of the endpoint itself.
 */
export const endpointDefaults = endpointInput
  .omit({ url: true, eventTypes: true, uid: true, headers: true, secret: true })
  .meta({ id: "EndpointDefaults", example: { timeoutSeconds: 15 } });
export type EndpointDefaults = z.infer<typeof endpointDefaults>;

type Shape = typeof endpointDefaults.shape;
const nullable = Object.fromEntries(
  Object.entries(endpointDefaults.shape).map(([name, schema]: [string, z.ZodType]) => [
    name,
    schema.nullable().meta({ description: schema.meta()?.description }),
  ]),
) as { [Name in keyof Shape]: z.ZodNullable<Shape[Name]> };

/** As written: null takes a default away, except where null is a value of the field. */
export const endpointDefaultsPatch = z
  .strictObject(nullable)
  .meta({ id: "EndpointDefaultsPatch", example: { timeoutSeconds: 15, retry: { preset: "extended" } } });
export type EndpointDefaultsPatch = z.infer<typeof endpointDefaultsPatch>;

/** The defaults after a merge patch: `metadata` merges by name, everything else is replaced whole. */
export function patchEndpointDefaults(
  current: EndpointDefaults,
  patch: EndpointDefaultsPatch,
): EndpointDefaults {
  const changes = Object.entries({
    ...patch,
    ...(patch.metadata && { metadata: mergeMetadata(current.metadata ?? {}, patch.metadata) }),
  });
  const merged = new Map<string, unknown>(Object.entries(current));
  for (const [name, value] of changes) {
    if (value === null && !takesNull(name as keyof Shape)) merged.delete(name);
    else if (value !== undefined) merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/** `autoDisableAfter: null` is "never", not "no default". */
function takesNull(name: keyof Shape): boolean {
  return endpointDefaults.shape[name].safeParse(null).success;
}

/** Metadata after a merge patch: null removes a name. */
export function mergeMetadata(
  current: Record<string, string | null>,
  changes: Record<string, string | null>,
): Record<string, string> {
  const merged = { ...current, ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
