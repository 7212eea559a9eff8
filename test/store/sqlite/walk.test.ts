import { describe, expect, test } from "bun:test";
import type { Page } from "../../../src/domain/page.ts";
import { walk } from "../../../src/store/sqlite/walk.ts";

describe("a walk through the windows of a long list", () => {
  const walkOver = (
    count: number,
    { limit, isWanted = () => true }: { limit: number; isWanted?: (seq: number) => boolean },
  ) => {
    const visited: number[] = [];
    const page = (cursor: string | null) =>
      walk({
        list: "events",
        page: { limit, cursor },
        nthBelow: (before, n) =>
          Math.min(before - 1, count) - n + 1 >= 1 ? Math.min(before - 1, count) - n + 1 : null,
        rows({ before, floor, limit: wanted }) {
          const found: { seq: number }[] = [];
          for (
            let at = Math.min(before - 1, count);
            at >= Math.max(floor, 1) && found.length < wanted;
            at--
          ) {
            visited.push(at);
            if (isWanted(at)) found.push({ seq: at });
          }
          return found;
        },
      });
    return { page, visited };
  };

  test("visits no row twice within a page, and goes on behind the window when it was not enough", () => {
    const { page, visited } = walkOver(50_000, { limit: 10, isWanted: (at) => at % 9000 === 0 });
    const { data, nextCursor } = page(null);
    expect(data.map((row) => row.seq)).toEqual([45_000, 36_000, 27_000, 18_000, 9000]);
    expect(nextCursor).toBeNull();
    expect(visited).toEqual(Array.from({ length: 50_000 }, (_, i) => 50_000 - i));
  });

  test("stops as soon as the page is full and it is known that there is more", () => {
    const { page, visited } = walkOver(50_000, { limit: 10 });
    expect(page(null).data).toHaveLength(10);
    expect(visited).toHaveLength(11);
  });

  test.each([0, 1, 10, 19_999, 20_000, 20_001, 40_000])("shows all of %i rows and ends", (count) => {
    const { page } = walkOver(count, { limit: 7000 });
    const seen: number[] = [];
    for (let cursor: string | null = null; ; ) {
      const { data, nextCursor }: Page<{ seq: number }> = page(cursor);
      seen.push(...data.map((row) => row.seq));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(Array.from({ length: count }, (_, i) => count - i));
  });

  test("of a filter that finds nothing ends a page after 200 ms, short, with a cursor that goes on from there", () => {
    const clock = { monotonicMs: 0, monotonic: () => clock.monotonicMs };
    const slow = (cursor: string | null) =>
      walk(
        {
          list: "events",
          page: { limit: 5, cursor },
          nthBelow: (before, n) =>
            Math.min(before - 1, 100_000) > n ? Math.min(before - 1, 100_000) - n + 1 : null,
          rows({ floor }) {
            clock.monotonicMs += 150;
            return floor === 0 ? [{ seq: 1 }] : [];
          },
        },
        clock,
      );
    const pages: [number, boolean][] = [];
    for (let cursor: string | null = null; ; ) {
      const { data, nextCursor }: Page<{ seq: number }> = slow(cursor);
      pages.push([data.length, nextCursor === null]);
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(pages).toEqual([
      [0, false],
      [0, false],
      [1, true],
    ]);
  });
});
