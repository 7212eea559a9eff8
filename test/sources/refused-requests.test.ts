import { expect, test } from "bun:test";
import type { SourceRequest } from "../../src/domain/source.ts";
import { RefusedRequests } from "../../src/sources/refused-requests.ts";

const idOf = (n: number) => `req_${String(n).padStart(8, "0")}`;
const refused = (n: number): SourceRequest => ({
  id: idOf(n),
  at: "2026-05-13T12:46:25.000Z",
  address: null,
  verdict: "rejected",
  reason: "",
  eventIds: [],
  body: null,
});

test("the newest thousand of a source are kept, newest first", () => {
  const requests = new RefusedRequests();
  for (let n = 0; n < 1500; n++) requests.add("a", refused(n));
  const listed = requests.list("a", { beforeId: null, limit: 2000 });
  expect([listed.length, listed[0]?.id, listed.at(-1)?.id]).toEqual([1000, idOf(1499), idOf(500)]);
  expect(requests.list("a", { beforeId: idOf(502), limit: 5 }).map(({ id }) => id)).toEqual([
    idOf(501),
    idOf(500),
  ]);
  expect(requests.list("b", { beforeId: null, limit: 5 })).toEqual([]);
});

test("of many sources 20,000 are kept in all, and the quietest gives way", () => {
  const requests = new RefusedRequests();
  for (let source = 0; source < 30; source++) {
    for (let n = 0; n < 1000; n++) requests.add(`src_${source}`, refused(n));
  }
  const kept = Array.from(
    { length: 30 },
    (_, n) => requests.list(`src_${n}`, { beforeId: null, limit: 2000 }).length,
  );
  expect(kept.reduce((sum, count) => sum + count)).toBe(20_000);
  expect([kept[0], kept[29]]).toEqual([0, 1000]);
  requests.forget("src_29");
  expect(requests.list("src_29", { beforeId: null, limit: 5 })).toEqual([]);
});
