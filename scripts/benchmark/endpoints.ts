import type { Posthorn } from "./posthorn.ts";

/** None is disabled, whatever fails. */
export interface EndpointWishes {
  url: string;
  eventTypes?: readonly string[];
  timeoutSeconds?: number;
  /** Default: every second, so that an attempt that failed on a busy machine does not hold the ledger up. */
  delaysSeconds?: readonly number[];
}

const everySecond: readonly number[] = new Array(20).fill(1);

export async function addEndpoint(posthorn: Posthorn, wishes: EndpointWishes): Promise<string> {
  const { url, eventTypes = ["bench.*"], timeoutSeconds, delaysSeconds = everySecond } = wishes;
  const { id } = await posthorn.call("POST", "/endpoints", {
    url,
    eventTypes,
    autoDisableAfter: null,
    retry: { delaysSeconds },
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  });
  return String(id);
}

/** Many at once, sixteen requests under way; their ids in order. */
export async function addEndpoints(
  posthorn: Posthorn,
  count: number,
  wishesOf: (index: number) => EndpointWishes,
): Promise<string[]> {
  const ids: string[] = new Array(count).fill("");
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(16, count) }, async () => {
      while (next < count) {
        const index = next++;
        ids[index] = await addEndpoint(posthorn, wishesOf(index));
      }
    }),
  );
  return ids;
}
