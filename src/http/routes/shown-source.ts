import { z } from "zod";
import { allows } from "../../domain/permission.ts";
import type { Role } from "../../domain/role.ts";
import type { Source } from "../../domain/source.ts";
import { sourceKind, sourceName, sourceStatus } from "../../domain/source.ts";
import { isoTime } from "../../domain/time.ts";
import { hiddenConfig } from "../../sources/config-patch.ts";
import { sourceAdapters } from "../../sources/source-adapters.ts";

const kinds = sourceKind.options;

/** A list of at least two, or the one that there is. */
function anyOf(schemas: z.ZodType[]): z.ZodType {
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? only : z.union(schemas);
}

/** What a source is made of: each kind has a configuration of its own. */
export const sourceInput = z
  .discriminatedUnion(
    "kind",
    kinds.map((kind) =>
      z.strictObject({ kind: z.literal(kind), name: sourceName, config: sourceAdapters[kind].config.input }),
    ) as [z.ZodObject<{ kind: z.ZodLiteral<Source["kind"]>; name: z.ZodString; config: z.ZodType }>],
    { error: `must have a kind: ${kinds.join(" or ")}` },
  )
  .meta({
    id: "SourceInput",
    example: { kind: "generic", name: "github", config: sourceAdapters.generic.config.example },
  });

/** Whether the configuration of a PATCH makes sense depends on the source's kind: that is looked at when it is known. */
export const sourcePatch = z
  .strictObject({
    name: sourceName.optional(),
    status: sourceStatus.optional().meta({ description: "A disabled source answers its sender with 404" }),
    config: z.record(z.string(), z.unknown(), { error: "must be a JSON object" }).optional().meta({
      description:
        "Members of the configuration of its kind: absent ones stay, null sets the default; `[redacted]` keeps a secret in its place",
    }),
  })
  .meta({ id: "SourcePatch", example: { config: { secret: "another secret" } } });

/** A source as it is read. */
export const shownSource = z
  .object({
    id: z.string(),
    kind: sourceKind,
    name: z.string(),
    status: sourceStatus,
    url: z.string().meta({
      description: "Where its sender sends to; a path alone while POSTHORN_PUBLIC_URL is not set",
    }),
    config: anyOf(kinds.map((kind) => sourceAdapters[kind].config.shown)),
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({
    id: "Source",
    example: {
      id: "src_01kq8v4z6t8m5n2p7r9s3w1x0y",
      kind: "generic",
      name: "github",
      status: "active",
      url: "/in/src_01kq8v4z6t8m5n2p7r9s3w1x0y",
      config: {
        preset: "github",
        verification: {
          kind: "hmac",
          header: "X-Hub-Signature-256",
          algorithm: "sha256",
          encoding: "hex",
          prefix: "sha256=",
          secret: "[redacted]",
          previousSecret: null,
        },
        eventType: { header: "X-GitHub-Event", prefix: "github" },
        eventId: { header: "X-GitHub-Delivery" },
        respondWith: { status: 200, body: "", contentType: "text/plain; charset=utf-8" },
      },
      createdAt: "2026-05-13T12:46:25.000Z",
      updatedAt: "2026-05-13T12:46:25.000Z",
    },
  });
type ShownSource = z.input<typeof shownSource>;

/**
 * The source as somebody with the role may see it.
 * @param role null: as it is kept for a repeated `Idempotency-Key`, which is no place for secrets
 */
export function showSource(
  { id, kind, name, status, config, createdAt, updatedAt }: Source,
  { publicUrl, role }: { publicUrl: string | null; role: Role | null },
): ShownSource {
  const adapter = sourceAdapters[kind];
  const isAdmin = role !== null && allows("administer", role);
  return {
    id,
    kind,
    name,
    status,
    url: `${(publicUrl ?? "").replace(/\/+$/, "")}/in/${id}`,
    config: isAdmin ? adapter.config.redacted(config) : hiddenConfig(adapter, config),
    createdAt,
    updatedAt,
  };
}
