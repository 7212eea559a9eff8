import type { EventContent } from "../event.ts";

/** `data` alone, byte for byte; the type travels in `X-Posthorn-Event`. */
export function renderRaw({ data }: EventContent): string {
  return data;
}
