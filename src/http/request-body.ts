import { AppError, validationFailed } from "../domain/app-error.ts";
import { jsonDepthMax } from "../domain/event.ts";
import { describeJsonFault } from "../domain/json-fault.ts";

/** A body as it came and as it was parsed. */
export interface JsonBody {
  text: string;
  value: unknown;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** What a PATCH may call its body as well: RFC 7396. */
const mergePatch = "application/merge-patch+json";

/** Reads a JSON body of at most the given size. A `POST` with neither body nor content type counts as `{}`. */
export async function readJsonBody(
  request: Request,
  { bodyBytesMax }: { bodyBytesMax: number },
): Promise<JsonBody> {
  const contentType = request.headers.get("content-type");
  if (contentType !== null || request.method !== "POST") requireJson(contentType, request.method);
  requireUncompressed(request.headers.get("content-encoding"));
  const whenLarger = `The body is larger than ${bodyBytesMax} bytes. Send less, or raise POSTHORN_MAX_BODY_BYTES.`;
  const bytes = await readBytes(request, { bytesMax: bodyBytesMax, whenLarger });
  if (contentType === null) {
    if (bytes.length === 0) return { text: "{}", value: {} };
    requireJson(contentType, request.method);
  }
  return parseJson(decode(bytes));
}

function requireJson(contentType: string | null, method: string): void {
  if (contentType === "application/json") return;
  const [mediaType = "", ...parameters] = (contentType ?? "")
    .split(";")
    .map((part) => part.trim().toLowerCase());
  const isUtf8 = parameters
    .filter((parameter) => parameter.startsWith("charset="))
    .every((parameter) => /^charset="?utf-?8"?$/.test(parameter));
  const isJson = mediaType === "application/json" || (mediaType === mergePatch && method === "PATCH");
  if (isJson && isUtf8) return;
  const sent = contentType === null ? "no content type" : `"${contentType.slice(0, 100)}"`;
  throw new AppError(
    "unsupported_media_type",
    `The request has ${sent}. Send JSON in UTF-8 with 'Content-Type: application/json'.`,
  );
}

function requireUncompressed(contentEncoding: string | null): void {
  if (contentEncoding === null || contentEncoding.toLowerCase() === "identity") return;
  throw new AppError(
    "unsupported_media_type",
    `The content encoding "${contentEncoding.slice(0, 100)}" is not taken. Send the body uncompressed.`,
  );
}

/** How much of a body is read, and what is said where there is more. */
export interface BodyLimit {
  bytesMax: number;
  whenLarger: string;
  /** Told of each part as it comes, and may throw. Left out, a body that announced its length is read in one go. */
  onArrival?: (bytes: number) => void;
}

/**
 * Reads a body of at most that many bytes, whatever is in it. One that breaks off is the caller's trouble, and nobody is
 * left to read the reply.
 */
export async function readBytes(request: Request, limit: BodyLimit): Promise<Uint8Array> {
  const { bytesMax, onArrival } = limit;
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > bytesMax) throw tooLarge(limit);
  try {
    // A body that announced its length is bounded by it; a chunked one is counted as it comes.
    const isBounded = announced !== null && onArrival === undefined;
    const bytes = isBounded ? await request.bytes() : await readCounted(request.body, limit);
    if (bytes.length > bytesMax) throw tooLarge(limit);
    return bytes;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid_json", "The connection ended before the whole body had come. Send it again.");
  }
}

async function readCounted(stream: ReadableStream<Uint8Array> | null, limit: BodyLimit): Promise<Uint8Array> {
  if (stream === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit.bytesMax) throw tooLarge(limit);
    limit.onArrival?.(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge({ whenLarger }: BodyLimit): AppError {
  return new AppError("payload_too_large", whenLarger);
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new AppError("invalid_json", "The body is not valid UTF-8. Encode it as UTF-8.");
  }
}

function parseJson(text: string): JsonBody {
  try {
    return { text, value: JSON.parse(text) };
  } catch (error) {
    // The runtime's parser gives up somewhere above 200,000 levels.
    if (error instanceof RangeError) {
      const message = `is nested deeper than ${jsonDepthMax} levels; flatten it`;
      throw validationFailed([{ path: "", message }]);
    }
    throw new AppError("invalid_json", `The body is not valid JSON: ${describeJsonFault(text)}.`);
  }
}
