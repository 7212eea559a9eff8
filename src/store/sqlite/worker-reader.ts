import { AppError, type ErrorCode, type FieldError } from "../../domain/app-error.ts";
import type { ListName, ListReply, Reader } from "./reader.ts";

/** What the worker is told. */
export type ReaderRequest = { id: number; list: ListName; args: unknown[] };

/** What it answers. */
export type ReaderReply =
  | { id: number; kind: "page"; page: unknown }
  | { id: number; kind: "refused"; code: ErrorCode; detail: string; errors: readonly FieldError[] }
  | { id: number; kind: "broken"; message: string };

interface Waiting {
  resolve: (page: never) => void;
  reject: (error: Error) => void;
}

/**
 * Runs lists in a worker with a connection of its own that cannot write.
 * @param path the database file, which must exist and be migrated
 */
export function createWorkerReader(path: string): Reader {
  const worker = new Worker(new URL("./reader-worker.ts", import.meta.url));
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.postMessage({ open: path });

  worker.onmessage = ({ data }: MessageEvent<ReaderReply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (!one) return;
    if (data.kind === "page") one.resolve(data.page as never);
    else one.reject(errorOf(data));
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values())
      reject(new Error(`The reading worker failed: ${event.message}`));
    waiting.clear();
  };

  return {
    read<Name extends ListName>(list: Name, ...args: unknown[]): Promise<ListReply<Name>> {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, list, args } satisfies ReaderRequest);
      });
    },
    close() {
      worker.terminate();
      for (const { reject } of waiting.values()) reject(new AppError("unavailable", "Posthorn is stopping."));
      waiting.clear();
    },
  };
}

function errorOf(reply: Exclude<ReaderReply, { kind: "page" }>): Error {
  if (reply.kind === "broken") return new Error(reply.message);
  return new AppError(reply.code, reply.detail, { errors: reply.errors });
}
