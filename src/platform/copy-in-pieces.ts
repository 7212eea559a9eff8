import { closeSync, fdatasyncSync, openSync, readSync, writeSync } from "node:fs";

/** One read and write: a millisecond or so. */
const pieceBytes = 1024 * 1024;

/** So much is written before it must be on the disk: another process's fsync must not have to wait for all of it. */
const unsyncedBytesMax = 8 * 1024 * 1024;

/**
 * Copies an open file into one of its own (0600), which is on the disk when this returns.
 * @param beforePiece what it throws ends the copy
 * @param bytesMax where the copy ends, if the file grows while it is copied
 */
export function copyInPieces(
  source: number,
  to: string,
  beforePiece: () => void,
  bytesMax = Number.POSITIVE_INFINITY,
): void {
  const target = openSync(to, "w", 0o600);
  const piece = new Uint8Array(pieceBytes);
  let unsyncedBytes = 0;
  try {
    for (let at = 0; ; ) {
      beforePiece();
      const bytes = readSync(source, piece, 0, Math.min(pieceBytes, bytesMax - at), at);
      if (bytes === 0) break;
      writeAll(target, piece.subarray(0, bytes), at);
      at += bytes;
      unsyncedBytes += bytes;
      if (unsyncedBytes < unsyncedBytesMax) continue;
      fdatasyncSync(target);
      unsyncedBytes = 0;
    }
    fdatasyncSync(target);
  } finally {
    closeSync(target);
  }
}

function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written, at + written);
  }
}
