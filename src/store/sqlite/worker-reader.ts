import { AppError, type ErrorCode, type FieldError } from "../../domain/app-error.ts";
import { listDamaged } from "./disk-trouble.ts";
import type { ListName, ListReply, Reader } from "./reader.ts";

/** What the worker is told. */
export type ReaderRequest = { id: number; list: ListName; args: unknown[] };

/** What it answers. */
export type ReaderReply =
  | { id: number; kind: "page"; page: unknown }
  | { id: number; kind: "refused"; code: ErrorCode; detail: string; errors: readonly FieldError[] }
  | { id: number; kind: "damaged"; sentence: string }
  | { id: number; kind: "broken"; message: string };

interface Waiting {
  resolve: (page: never) => void;
  reject: (error: Error) => void;
}

/**
 * Runs lists in a worker with a connection of its own that cannot write. A worker that fails takes the lists under
 * way with it, and the next list gets a new one.
 * @param path the database file, which must exist and be migrated
 * @param script `reader-worker.ts`
 * @param onDamage told, as a sentence, of each list that met a part of the file that cannot be read
 */
export function createWorkerReader(path: string, script: URL, onDamage: (sentence: string) => void): Reader {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let worker: Worker | null = start();

  function start(): Worker {
    const started = new Worker(script);
    started.onmessage = ({ data }: MessageEvent<ReaderReply>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if (!one) return;
      if (data.kind === "page") one.resolve(data.page as never);
      else one.reject(errorOf(data));
      if (data.kind === "damaged") onDamage(data.sentence);
    };
    started.onerror = (event) => {
      if (worker === started) worker = null;
      started.terminate();
      rejectAll(new Error(`The reading worker failed: ${event.message}`));
    };
    started.postMessage({ open: path });
    return started;
  }

  function rejectAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    read<Name extends ListName>(list: Name, ...args: unknown[]): Promise<ListReply<Name>> {
      const id = ++lastId;
      worker ??= start();
      const { promise, resolve, reject } = Promise.withResolvers<ListReply<Name>>();
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, list, args } satisfies ReaderRequest);
      return promise;
    },
    close() {
      worker?.terminate();
      rejectAll(new AppError("unavailable", "Posthorn is stopping."));
    },
  };
}

function errorOf(reply: Exclude<ReaderReply, { kind: "page" }>): Error {
  if (reply.kind === "broken") return new Error(reply.message);
  if (reply.kind === "damaged") return listDamaged();
  return new AppError(reply.code, reply.detail, { errors: reply.errors });
}
