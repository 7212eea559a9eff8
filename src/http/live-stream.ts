import type { OrganizationId } from "../domain/id.ts";
import type { LiveChanges } from "../domain/live-changes.ts";
import type { Clock, Timer } from "../platform/clock.ts";

/** Where changes come from. */
export interface ChangesSource {
  /**
   * Hands over what happens from now on, at most once a second, until the function that it returns is called. Throws
   * `limit_reached` where too many look on.
   */
  watch(
    organizationId: OrganizationId,
    watcher: { onChanges(changes: LiveChanges): void; onClosed(): void },
  ): () => void;
}

/** More often than proxies end what is silent, and than the listener does. */
const heartbeatMs = 15_000;

/** Messages that wait for a reader; one who lets more wait is sent away. */
const waitingMax = 16;

/** What a browser waits before it opens an ended stream again. */
const retryMs = 5000;

const encoder = new TextEncoder();

/**
 * Changes of an organization as server-sent events (WHATWG HTML, 9.2), until the reader goes, the feed is closed, or the
 * key, session or organization is no longer good: that is asked before each message.
 */
export function openLiveStream(options: {
  feed: ChangesSource;
  organizationId: OrganizationId;
  isStillAdmitted(): Promise<boolean>;
  clock: Clock;
}): ReadableStream<Uint8Array> {
  const { feed, organizationId, isStillAdmitted, clock } = options;
  let heartbeat: Timer | null = null;
  let isOpen = true;
  let unwatch = () => {};

  function leave(): void {
    isOpen = false;
    heartbeat?.cancel();
    unwatch();
  }

  // Here, not in `start`, where a refusal would be a broken stream instead of a reply.
  let controller: ReadableStreamDefaultController<Uint8Array>;
  unwatch = feed.watch(organizationId, {
    onChanges: (changes) => void send(messageOf(changes)),
    onClosed: end,
  });

  function end(): void {
    if (!isOpen) return;
    leave();
    controller.close();
  }

  async function send(text: string): Promise<void> {
    const isAdmitted = await isStillAdmitted().catch(() => false);
    if (!isOpen) return;
    if (!isAdmitted || (controller.desiredSize ?? 0) <= 0) return end();
    controller.enqueue(encoder.encode(text));
    beat();
  }

  function beat(): void {
    heartbeat?.cancel();
    heartbeat = clock.after(heartbeatMs, () => void send(": still here\n\n"));
  }

  return new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
        controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`));
        beat();
      },
      cancel: leave,
    },
    new CountQueuingStrategy({ highWaterMark: waitingMax }),
  );
}

function messageOf(changes: LiveChanges): string {
  return `event: changes\ndata: ${JSON.stringify(changes)}\n\n`;
}
