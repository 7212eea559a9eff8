import { z } from "zod";

/** The prefix of every kind of id. A caller-chosen `uid` must not start with one of them. */
export const idPrefixes = {
  organization: "org_",
  apiKey: "key_",
  endpoint: "ep_",
  event: "evt_",
  delivery: "dlv_",
  attempt: "att_",
  source: "src_",
  task: "task_",
  alert: "alrt_",
  auditEntry: "aud_",
  request: "req_",
} as const;

export type IdKind = keyof typeof idPrefixes;

/** Makes an id of the kind: its prefix and a time-sortable random part. Ids of one process never go back. */
export type NewId = (kind: IdKind) => string;

/** The id of a tenant. Branded, so that no other id can be passed where a store verb is scoped. */
export const organizationId = z.string().brand("OrganizationId");
export type OrganizationId = z.infer<typeof organizationId>;

/** A caller-chosen name that works wherever the object's id does. */
export const uid = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, "must be 1 to 128 letters, digits, '_' or '-'")
  .refine((value) => !Object.values(idPrefixes).some((prefix) => value.startsWith(prefix)), {
    message: `must not start with an id prefix (${Object.values(idPrefixes).join(", ")})`,
  });
