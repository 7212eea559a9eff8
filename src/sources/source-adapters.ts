import type { SourceKind } from "../domain/source.ts";
import { generic } from "./generic/generic.ts";
import type { SourceAdapter } from "./source-adapter.ts";
import { whatsapp } from "./whatsapp/whatsapp.ts";

/** Every adapter: one is a folder here and a line in this list. */
export const sourceAdapters: Record<SourceKind, SourceAdapter> = { generic, whatsapp };
