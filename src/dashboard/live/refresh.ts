/**
 * How often what changes by itself is read again, ms. A page in the background reads nothing. A page's queries together
 * stay well below one request a second, so that a wall of open dashboards costs the server nothing.
 */
export const refreshEvery = {
  /** What people watch: figures and lists of what happens now. */
  often: 5000,
  /** What changes now and then. */
  seldom: 20_000,
} as const;
