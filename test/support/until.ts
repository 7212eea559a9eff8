/** Looks again every few milliseconds until it holds; throws after 3 s. */
export async function until(holds: () => boolean): Promise<void> {
  const endMs = performance.now() + 3000;
  while (!holds()) {
    if (performance.now() > endMs) throw new Error("gave up waiting after 3 s");
    await Bun.sleep(2);
  }
}
