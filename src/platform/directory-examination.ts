import { accessSync, constants, readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { type Finding, good } from "../domain/finding.ts";
import { printBytes, roomIn } from "./disk-room.ts";
import { messageOf } from "./lifecycle.ts";

const othersBits = 0o077;

/** Whether the data directory can be used, and by its owner alone. */
export function examineDirectory(directory: string, secretFiles: readonly string[]): Finding[] {
  const check = "directory.access";
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const advice = "Run this as the user of the service, and make that user the directory's owner.";
    return [
      {
        check,
        status: "problem",
        message: `${directory} cannot be used by this user: ${messageOf(error)}.`,
        advice,
      },
    ];
  }
  return [
    good(check, `${directory} can be read and written.`),
    examineOwners(directory, secretFiles),
    examineModes(directory, secretFiles),
  ];
}

function examineOwners(directory: string, files: readonly string[]): Finding {
  const check = "directory.owner";
  const { uid } = statSync(directory);
  const foreign = present(directory, files).filter(({ stats }) => stats.uid !== uid);
  if (foreign.length === 0) return good(check, `All of it belongs to one user (${uid}).`);
  const paths = foreign.map(({ path }) => path).join(" ");
  return {
    check,
    status: "problem",
    message: `These files belong to another user than the directory: ${paths}.`,
    advice: `The server may not be able to open them: chown ${uid} ${paths}`,
  };
}

function examineModes(directory: string, files: readonly string[]): Finding {
  const check = "directory.mode";
  const open = [{ path: directory, stats: statSync(directory) }, ...present(directory, files)].filter(
    ({ stats }) => (stats.mode & othersBits) !== 0,
  );
  if (open.length === 0) return good(check, "Nobody but its owner can read it.");
  const paths = open.map(({ path }) => path).join(" ");
  return {
    check,
    status: "warning",
    message: `Other users may read what is theirs alone to hide: ${paths}.`,
    advice: `chmod go= ${paths}`,
  };
}

function present(directory: string, files: readonly string[]): { path: string; stats: Stats }[] {
  return files.flatMap((name) => {
    const path = join(directory, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? [] : [{ path, stats }];
  });
}

/** Whether there is room for what comes. */
export function examineDisk(directory: string, floorBytes: number): Finding {
  const check = "disk.room";
  const room = roomIn(directory);
  const message = `${printBytes(room)} are free on the disk of ${directory}; publishing stops at ${printBytes(floorBytes)}.`;
  if (room < floorBytes) {
    return {
      check,
      status: "problem",
      message,
      advice: "Make room: until then publishing gets a 503 (docs/operations.md, When the disk fills up).",
    };
  }
  if (room < 4 * floorBytes) {
    return { check, status: "warning", message, advice: "Make room soon, or shorten the retention." };
  }
  return good(check, message);
}

/** Files that a broken-off or finished command has left. They take room, and are nobody's. */
export function examineLeftovers(directory: string, isLeftover: (name: string) => boolean): Finding {
  const check = "directory.leftovers";
  const paths = readdirSync(directory)
    .filter(isLeftover)
    .map((name) => join(directory, name));
  if (paths.length === 0) return good(check, "There is nothing left of upgrades or restores.");
  return {
    check,
    status: "note",
    message: `There are copies of earlier data: ${paths.join(" ")}.`,
    advice: "Delete them when you no longer want to go back to them.",
  };
}
