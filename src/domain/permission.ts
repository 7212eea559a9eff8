import type { Role } from "./role.ts";

/** What a route asks for; each permission lists the roles that have it. */
export const permissions = {
  /** Any valid key. */
  any: ["viewer", "publisher", "admin", "owner", "operator"],
  /** Read everything but secrets, keys and the audit log. */
  view: ["viewer", "admin", "owner", "operator"],
  /** Publish events. */
  publish: ["publisher", "admin", "owner", "operator"],
  /** Read what a publisher may read: events and event types. */
  viewOrPublish: ["viewer", "publisher", "admin", "owner", "operator"],
  /** Change everything but what is the owner's. */
  administer: ["admin", "owner", "operator"],
  /** Owner keys, the organization's settings, the audit log. */
  own: ["owner", "operator"],
  /** The instance. */
  operate: ["operator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** The roles that have a permission, as a sentence lists them: "admin, owner or operator". */
export function rolesWith(permission: Permission): string {
  return permissions[permission].join(", ").replace(/, (\w+)$/, " or $1");
}

export function allows(permission: Permission, held: Role): boolean {
  return (permissions[permission] as readonly Role[]).includes(held);
}
