import { Database } from "bun:sqlite";

/** Whether the commit that is about to be made finds no room. */
export type FindsNoRoom = () => boolean;

let ofOpening: FindsNoRoom | null = null;
const prepare = Database.prototype.prepare;

/** The database's own statement for a commit, of a store that is being opened here; all others as they are. */
Database.prototype.prepare = function (this: Database, ...args: Parameters<typeof prepare>) {
  const statement = prepare.apply(this, args);
  const findsNoRoom = ofOpening;
  if (findsNoRoom === null || args[0] !== "COMMIT") return statement;
  const run = statement.run.bind(statement);
  statement.run = (...values) => {
    if (findsNoRoom()) throw diskIsFull();
    return run(...values);
  };
  return statement;
} as typeof prepare;

/** Opens a store whose commits fail, as on a full disk, whenever the function says so. */
export function withFailingCommits<T>(findsNoRoom: FindsNoRoom, open: () => T): T {
  ofOpening = findsNoRoom;
  try {
    return open();
  } finally {
    ofOpening = null;
  }
}

/** The error of a database that really has no room. */
function diskIsFull(): unknown {
  const db = new Database(":memory:");
  db.run("PRAGMA max_page_count = 1");
  try {
    db.run("CREATE TABLE too_much (bytes)");
  } catch (error) {
    return error;
  } finally {
    db.close();
  }
  throw new Error("A database of one page had room for a table");
}
