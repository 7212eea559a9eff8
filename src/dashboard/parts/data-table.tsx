import { Button, Skeleton, Table, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { MouseEvent, ReactNode } from "react";
import type { Page } from "../api/shapes.ts";
import classes from "./data-table.module.css";
import { Loaded } from "./loaded.tsx";
import type { Pages } from "./pages.ts";

/** A column: its heading, and what a row has in it. */
export interface Column<Row> {
  name: string;
  cell: (row: Row) => ReactNode;
  align?: "right";
  width?: string;
  /** Under 768 px a row is a small card: this cell has a line of its own, stands in the upper corner, or is left out. */
  small?: "wide" | "corner" | "hidden";
}

interface DataTableProps<Row> {
  /** For the screen reader and for sentences: "Endpoints". */
  name: string;
  query: UseQueryResult<Page<Row>>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** What stands there when there is nothing: says what to do next. */
  empty: ReactNode;
  /** A click anywhere on the row. The first cell must hold a link or button that does the same for the keyboard. */
  onOpen?: (row: Row) => void;
  pages?: Pages;
  skeletonRows?: number;
}

/** A list of the API as a table, with its skeleton, its empty state, its trouble, and Previous / Next. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, query, columns, empty, pages, skeletonRows = 6 } = props;
  return (
    <Loaded
      query={query}
      what={name}
      skeleton={<SkeletonRows count={skeletonRows} columns={columns.length} />}
    >
      {({ data, nextCursor }) => (
        <>
          {data.length === 0 ? (
            <NoRows isWhole={nextCursor === null} empty={empty} />
          ) : (
            <Rows {...props} rows={data} />
          )}
          {pages && (
            <PageButtons pages={pages} nextCursor={nextCursor} isBusy={query.isFetching} name={name} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Rows<Row>({ name, columns, rows, rowKey, onOpen }: DataTableProps<Row> & { rows: readonly Row[] }) {
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} aria-label={name}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name: heading, align, width }) => (
              <Table.Th key={heading} data-align={align} w={width}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr
              key={rowKey(row)}
              className={onOpen && classes.opens}
              onClick={onOpen && ((event) => !isOnControl(event) && onOpen(row))}
            >
              {columns.map(({ name: heading, cell, align, small }) => (
                <Table.Td
                  key={heading}
                  data-align={align}
                  data-small={small}
                  data-wide={small === "wide" || undefined}
                >
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** A click on a link, button or selected text is that, and does not open the row. */
function isOnControl(event: MouseEvent): boolean {
  const isControl =
    event.target instanceof Element && event.target.closest("a, button, input, [role=menuitem]");
  return Boolean(isControl) || (window.getSelection()?.toString() ?? "") !== "";
}

/** A rare filter may find nothing in a stretch of a long history although there is more behind it. */
function NoRows({ isWhole, empty }: { isWhole: boolean; empty: ReactNode }) {
  if (isWhole) return <>{empty}</>;
  return (
    <Text size="sm" c="dimmed" p="lg" ta="center">
      Nothing matches in this part of the history. Go on with Next.
    </Text>
  );
}

function PageButtons(props: { pages: Pages; nextCursor: string | null; isBusy: boolean; name: string }) {
  const { pages, nextCursor, isBusy, name } = props;
  if (!pages.hasPrevious && nextCursor === null) return null;
  return (
    <nav className={classes.foot} aria-label={`Pages of: ${name}`}>
      <Text size="xs" c="dimmed" mr="auto">
        Page {pages.number}
      </Text>
      <Button variant="default" size="xs" disabled={!pages.hasPrevious || isBusy} onClick={pages.previous}>
        Previous
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={nextCursor === null || isBusy}
        onClick={() => nextCursor !== null && pages.next(nextCursor)}
      >
        Next
      </Button>
    </nav>
  );
}

function SkeletonRows({ count, columns }: { count: number; columns: number }) {
  return (
    <div>
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing have no other name
        <div key={row} className="skeleton-row">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Skeleton key={column} height={12} radius="sm" />
          ))}
        </div>
      ))}
    </div>
  );
}
