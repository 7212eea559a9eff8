/** Looks again every few milliseconds until it holds; throws after 20 s, or as said. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { withinMs = 20_000 }: { withinMs?: number } = {},
): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > endMs) throw new Error(`gave up waiting after ${withinMs / 1000} s`);
    await Bun.sleep(2);
  }
}
