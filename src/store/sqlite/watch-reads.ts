import type { Store } from "../store.ts";
import { diskFailed, isUnreadable } from "./disk-trouble.ts";
import type { GroupCommit } from "./group-commit.ts";

/**
 * Each verb as it is, but that a read that fails because of the file or its disk ends the process as a commit does:
 * what this connection believes about the file may be wrong, and must not be written back.
 */
export function watchReads(store: Store, commits: Pick<GroupCommit, "giveUp">): Store {
  const told = (error: unknown): unknown => {
    if (!isUnreadable(error)) return error;
    commits.giveUp(error);
    return diskFailed();
  };
  const watch =
    (verb: (...args: unknown[]) => unknown) =>
    (...args: unknown[]): unknown => {
      try {
        const value = verb(...args);
        return value instanceof Promise ? value.catch((error) => Promise.reject(told(error))) : value;
      } catch (error) {
        throw told(error);
      }
    };
  return Object.fromEntries(
    Object.entries(store).map(([name, verb]) => [name, watch(verb as (...args: unknown[]) => unknown)]),
  ) as unknown as Store;
}
