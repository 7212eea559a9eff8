import { afterEach } from "bun:test";
import { aRequest, aTransport } from "./a-transport.ts";
import { type HostileReceiverOptions, startHostileReceiver } from "./hostile-receiver.ts";

/**
 * Returns what starts a receiver and a transport that reaches it by name; both are closed after the test.
 * `send` asks for a path with a secret in its query, so that a test can see that no message tells it.
 */
export function receiverForEachTest() {
  const opened: { close(): void }[] = [];
  afterEach(() => {
    for (const each of opened.splice(0)) each.close();
  });

  return async (options: HostileReceiverOptions = {}) => {
    const receiver = await startHostileReceiver(options);
    const transport = aTransport();
    opened.push(receiver, transport);
    const url = `http://receiver.test:${receiver.port}/in?token=s3cret`;
    const send = (overrides: Parameters<typeof aRequest>[0] = {}) =>
      transport.send(aRequest({ url, ...overrides }));
    return { receiver, transport, send };
  };
}

/** A receiver that writes the given bytes for each request. */
export function replying(bytes: string | Buffer): HostileReceiverOptions {
  return { onRequest: ({ socket }) => void socket.write(bytes) };
}
