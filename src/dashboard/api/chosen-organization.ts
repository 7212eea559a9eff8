/** Where the browser keeps it between visits, and each of its windows while it is open. */
const storageKey = "posthorn.organization";

/**
 * The organization that this window looks at: its id, or null for the key's own (an operator's is `default`). Each window
 * has its own: what is begun in one must not end in the organization that was chosen in another meanwhile. A new window
 * begins with the one that was chosen last.
 */
export const chosenOrganization = {
  get: (): string | null => sessionStorage.getItem(storageKey) ?? localStorage.getItem(storageKey),
  set(id: string): void {
    sessionStorage.setItem(storageKey, id);
    localStorage.setItem(storageKey, id);
  },
  /** This window shows it, whoever chose it. */
  keep(id: string): void {
    sessionStorage.setItem(storageKey, id);
  },
  /** This window shows none any more; the choice stays. */
  release(): void {
    sessionStorage.removeItem(storageKey);
  },
  clear(): void {
    sessionStorage.removeItem(storageKey);
    localStorage.removeItem(storageKey);
  },
};
