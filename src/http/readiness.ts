/** How the program is: `problems` make it not ready, `warnings` do not. Each a sentence for the operator. */
export interface Readiness {
  problems: readonly { check: string; message: string }[];
  warnings: readonly string[];
}

/** Room on the disk and what is taken of it; null for what the file system does not say. */
export interface DiskFigures {
  freeBytes: number | null;
  /** With less than this nothing can be published. */
  floorBytes: number;
  databaseBytes: number | null;
}
