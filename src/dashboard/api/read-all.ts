import type { Page } from "./shapes.ts";

/** So many requests of a hundred at most: nobody picks from a longer list by looking. */
const pagesMax = 10;

/** What is asked for of a list. */
export interface PageQuery {
  limit: number;
  cursor?: string;
}

/** All of a list that somebody picks from, by its pages; `isCut`: there is more than the thousand that were read. */
export async function readAll<Row>(
  readPage: (query: PageQuery) => Promise<Page<Row>>,
): Promise<{ rows: Row[]; isCut: boolean }> {
  const rows: Row[] = [];
  let query: PageQuery = { limit: 100 };
  for (let page = 0; page < pagesMax; page++) {
    const { data, nextCursor } = await readPage(query);
    rows.push(...data);
    if (nextCursor === null) return { rows, isCut: false };
    query = { ...query, cursor: nextCursor };
  }
  return { rows, isCut: true };
}
