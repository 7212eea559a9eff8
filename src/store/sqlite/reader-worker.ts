import { AppError } from "../../domain/app-error.ts";
import { openReadOnly } from "./database.ts";
import { isUnreadable, sentenceAbout } from "./disk-trouble.ts";
import { type Drizzle, drizzleOver } from "./drizzle.ts";
import { type ListArguments, type ListName, runList } from "./reader.ts";
import type { ReaderReply, ReaderRequest } from "./worker-reader.ts";

/** The worker's side of `worker-reader.ts`: the first message's path opens the file, every other one is a list. */
declare const self: Worker;

let orm: Drizzle | null = null;
let path = "";

self.onmessage = ({ data }: MessageEvent<ReaderRequest | { open: string }>) => {
  if ("open" in data) {
    path = data.open;
    orm = drizzleOver(openReadOnly(path));
    return;
  }
  self.postMessage(answer(data));
};

function answer({ id, list, args }: ReaderRequest): ReaderReply {
  try {
    if (orm === null) throw new Error("The reading worker got a list before the file's path.");
    return { id, kind: "page", page: runList(orm, list, args as ListArguments<ListName>) };
  } catch (error) {
    if (error instanceof AppError) {
      return { id, kind: "refused", code: error.code, detail: error.message, errors: error.errors };
    }
    const sentence = isUnreadable(error) ? sentenceAbout(path, error) : null;
    if (sentence !== null) return { id, kind: "damaged", sentence };
    return { id, kind: "broken", message: error instanceof Error ? error.message : String(error) };
  }
}
