import { allows } from "../../../domain/permission.ts";
import type { Role } from "../../../domain/role.ts";

/** What keys of each role may do, for who hands them out; the least of them first. */
export const roleWords: Record<Role, string> = {
  publisher: "Publishes events, and reads events and event types. For the software that sends.",
  viewer: "Sees everything but keys and secrets, and changes nothing.",
  admin: "Sets everything up: endpoints, sources, event types, keys.",
  owner: "All that an admin may; also the organization's settings, owner keys and the audit log.",
  operator: "Runs the instance: everything, in every organization.",
};

/** The roles whose keys somebody may make and end: nobody hands out more than they have. */
export function rolesWithin(held: Role): Role[] {
  return (Object.keys(roleWords) as Role[]).filter((role) => {
    if (role === "operator") return allows("operate", held);
    return role === "owner" ? allows("own", held) : allows("administer", held);
  });
}
