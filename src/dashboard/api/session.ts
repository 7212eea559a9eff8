import {
  focusManager,
  notifyManager,
  type QueryClient,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { allows, type Permission } from "../../domain/permission.ts";
import { chosenOrganization } from "./chosen-organization.ts";
import { api, read } from "./client.ts";
import { ApiProblem } from "./problem.ts";
import { isAboutSession, meKey, noticeEnd, overcomeEnd, signedInMark } from "./session-end.ts";
import type { Me } from "./shapes.ts";

/** Who is signed in; null: nobody is. Whose session has ended stays until somebody has signed in again. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: async ({ client }) => {
      const me = await readMe();
      const before = knownMe(client);
      if (me !== null || before === null) return me;
      noticeEnd(client);
      return before;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const knownMe = (client: QueryClient): Me | null => client.getQueryData<Me | null>(meKey) ?? null;

async function readMe(): Promise<Me | null> {
  if (!signedInMark.isSet()) return null;
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
      signedInMark.set();
      takeOver(client, await readMe());
    },
    /** Somebody has signed in, in another window of this browser. */
    async signedInElsewhere(): Promise<void> {
      const me = await readMe();
      if (me !== null && knownMe(client) !== null) takeOver(client, me);
    },
    /** To the plain sign-in page, from a session that has ended. */
    leave(): void {
      chosenOrganization.release();
      forgetSession(client);
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
      const me = await readMe();
      if (me === null) noticeEnd(client);
      else beginAnew(client, me);
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
function forgetSession(client: QueryClient): void {
  signedInMark.clear();
  notifyManager.batch(() => {
    beginAnew(client, null);
    overcomeEnd(client, { isAnother: true });
  });
}

/** With the same rights in the same place everything stays as it was left, and is read again. */
function takeOver(client: QueryClient, me: Me | null): void {
  const before = knownMe(client);
  const isAnother =
    before === null || before.role !== me?.role || before.organization.id !== me.organization.id;
  notifyManager.batch(() => {
    if (isAnother) beginAnew(client, me);
    else client.setQueryData(meKey, me);
    overcomeEnd(client, { isAnother });
  });
  if (!isAnother) void client.invalidateQueries({ predicate: (query) => !isAboutSession(query) });
}

/** What was read belongs to whoever asked: somebody else, or elsewhere, reads it again. */
function beginAnew(client: QueryClient, me: Me | null): void {
  client.removeQueries({ predicate: (query) => !isAboutSession(query) });
  client.setQueryData(meKey, me);
}
