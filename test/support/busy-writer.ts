import { Database } from "bun:sqlite";

/**
 * A process that writes to a database as fast as it can, until it is killed: `bun busy-writer.ts <path> <rows>`. Every
 * commit raises all of a hundred counters, which lie far apart, and adds a row; so a state of one moment has a hundred
 * times the same number, and as many rows. The log is begun anew all the time. Prints each commit's number behind it.
 */
const [path = "", padding = "0"] = process.argv.slice(2);
const db = new Database(path, { create: true });
for (const pragma of ["auto_vacuum = INCREMENTAL", "journal_mode = WAL", "synchronous = OFF"]) {
  db.run(`PRAGMA ${pragma}`);
}
// The log is brought in so often that most commits begin it anew.
db.run("PRAGMA wal_autocheckpoint = 20");
db.run("CREATE TABLE counters (place INTEGER PRIMARY KEY, n INTEGER NOT NULL)");
db.run("CREATE TABLE padding (n INTEGER PRIMARY KEY, text TEXT NOT NULL)");
db.run("CREATE TABLE commits (n INTEGER PRIMARY KEY, text TEXT NOT NULL)");
const insertPadding = db.prepare("INSERT INTO padding VALUES (?, ?)");
const insertCounter = db.prepare("INSERT INTO counters VALUES (?, 0)");
db.transaction(() => {
  for (let n = 0; n < Number(padding); n++) insertPadding.run(n, "x".repeat(3500));
  for (let place = 0; place < 100; place++) insertCounter.run(place * 1000);
})();
const raise = db.prepare("UPDATE counters SET n = ?");
const touch = db.prepare("UPDATE padding SET text = ? WHERE n % 97 = ? % 97");
const add = db.prepare("INSERT INTO commits VALUES (?, ?)");
const forget = db.prepare("DELETE FROM commits WHERE n <= ? - 50");
for (let n = 1; ; n++) {
  db.transaction(() => {
    raise.run(n);
    touch.run(`${n} ${"y".repeat(3400)}`, n);
    add.run(n, "z".repeat(2000));
    forget.run(n);
  })();
  process.stdout.write(`${n}\n`);
}
