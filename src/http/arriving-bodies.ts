import { AppError } from "../domain/app-error.ts";
import { type BodyLimit, readBytes } from "./request-body.ts";

/** So much of large bodies may be on its way at once. */
export interface ArrivalLimits {
  bytesMax: number;
  bytesMaxOfSource: number;
}

/** A body that says that it is no larger is not counted: nobody who floods a source holds these up. */
export const smallBodyBytesMax = 65_536;

const mebibyte = 1024 * 1024;
/** Of one source sixteen of the largest notifications there are. */
const defaultLimits: ArrivalLimits = { bytesMax: 256 * mebibyte, bytesMaxOfSource: 64 * mebibyte };

/**
 * Reads the bodies of requests to sources. Whoever knows a source's URL may begin to send, and take minutes over it: what
 * has come of bodies that are not whole is bounded, for each source and for all, or it would fill the memory.
 */
export class ArrivingBodies {
  readonly #limits: ArrivalLimits;
  readonly #bySource = new Map<string, number>();
  #bytes = 0;

  constructor(limits: ArrivalLimits = defaultLimits) {
    this.#limits = limits;
  }

  /** Throws `unavailable` where too much is on its way, and what `readBytes` throws. */
  async read(request: Request, sourceId: string, limit: BodyLimit): Promise<Uint8Array> {
    const announced = request.headers.get("content-length");
    if (announced !== null && Number(announced) <= smallBodyBytesMax) return readBytes(request, limit);
    let arrived = 0;
    try {
      return await readBytes(request, {
        ...limit,
        onArrival: (bytes) => {
          arrived += bytes;
          this.#count(sourceId, bytes);
        },
      });
    } finally {
      this.#release(sourceId, arrived);
    }
  }

  #count(sourceId: string, bytes: number): void {
    const ofSource = (this.#bySource.get(sourceId) ?? 0) + bytes;
    this.#bySource.set(sourceId, ofSource);
    this.#bytes += bytes;
    if (this.#bytes <= this.#limits.bytesMax && ofSource <= this.#limits.bytesMaxOfSource) return;
    throw new AppError(
      "unavailable",
      "Too many large bodies are on their way at once. Send it again later.",
      {
        retryAfterSeconds: 10,
      },
    );
  }

  #release(sourceId: string, bytes: number): void {
    this.#bytes -= bytes;
    const rest = (this.#bySource.get(sourceId) ?? 0) - bytes;
    if (rest > 0) this.#bySource.set(sourceId, rest);
    else this.#bySource.delete(sourceId);
  }
}
