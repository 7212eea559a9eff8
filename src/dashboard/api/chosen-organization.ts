/** Where the browser keeps it between visits. */
const storageKey = "posthorn.organization";

/** The organization that an operator looks at: its id, or null for the key's own (an operator's is `default`). */
export const chosenOrganization = {
  get: (): string | null => localStorage.getItem(storageKey),
  set(id: string): void {
    localStorage.setItem(storageKey, id);
  },
  clear(): void {
    localStorage.removeItem(storageKey);
  },
};
