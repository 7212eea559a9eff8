import { focusManager, type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { allows, type Permission } from "../../domain/permission.ts";
import { chosenOrganization } from "./chosen-organization.ts";
import { api, read } from "./client.ts";
import { ApiProblem } from "./problem.ts";
import type { Me } from "./shapes.ts";

export const meKey = ["me"] as const;

/**
 * That somebody signed in with this browser: the session's cookie cannot be seen from here, and asking without one
 * would be an error in the browser's console.
 */
const signedInKey = "posthorn.signed-in";

/** Who is signed in; null: nobody is. */
export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: readMe, staleTime: Number.POSITIVE_INFINITY });
}

async function readMe(): Promise<Me | null> {
  if (localStorage.getItem(signedInKey) === null) return null;
  try {
    const me = await read(api.GET("/api/v1/me"));
    chosenOrganization.keep(me.organization.id);
    return me;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === "unauthenticated") return null;
    const isElsewhere = error.code === "not_found" || error.code === "forbidden";
    if (!isElsewhere || chosenOrganization.get() === null) throw error;
    // The organization that was looked at last time is gone, or another key is used now.
    chosenOrganization.clear();
    return readMe();
  }
}

const SessionContext = createContext<Me | null>(null);
export const SessionProvider = SessionContext.Provider;

/** The session that a page runs in. */
export interface Session {
  me: Me;
  /** Whether the role allows it: what it does not, is not offered. */
  can(permission: Permission): boolean;
}

export function useSession(): Session {
  const me = useContext(SessionContext);
  if (me === null) throw new Error("a page is shown in a session");
  return { me, can: (permission) => allows(permission, me.role) };
}

/** Signing in and out, and an operator's way from one organization to another. */
export function useSessionChange() {
  const client = useQueryClient();
  return {
    async signIn(key: string): Promise<void> {
      await read(api.POST("/api/v1/session", { body: { key } }));
      localStorage.setItem(signedInKey, "yes");
      beginAnew(client, await readMe());
    },
    async signOut(): Promise<void> {
      // As if nobody looked: what a page asked while the session ends would be refused.
      focusManager.setFocused(false);
      try {
        await client.cancelQueries();
        await endSession();
        forgetSession(client);
      } finally {
        focusManager.setFocused(undefined);
      }
    },
    async workIn(organizationId: string): Promise<void> {
      chosenOrganization.set(organizationId);
      beginAnew(client, await readMe());
    },
  };
}

async function endSession(): Promise<void> {
  try {
    await read(api.DELETE("/api/v1/session"));
  } catch (error) {
    // Ended already.
    if (!(error instanceof ApiProblem && error.code === "unauthenticated")) throw error;
  }
  chosenOrganization.release();
}

/** Nobody is signed in any more. */
export function forgetSession(client: QueryClient): void {
  localStorage.removeItem(signedInKey);
  beginAnew(client, null);
}

/** What was read belongs to whoever asked: somebody else, or elsewhere, reads it again. */
function beginAnew(client: QueryClient, me: Me | null): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
  client.setQueryData(meKey, me);
}
