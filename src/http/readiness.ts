/** How the program is: `problems` make it not ready, `warnings` do not. Each a sentence for the operator. */
export interface Readiness {
  problems: readonly { check: string; message: string }[];
  warnings: readonly string[];
}
