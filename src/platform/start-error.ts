/** Why the program cannot start or a command cannot run: a sentence for the operator, shown without a stack trace. */
export class StartError extends Error {
  override name = "StartError";
}

/** Another process owns the data directory. */
export class DataInUseError extends StartError {
  override name = "DataInUseError";
}
