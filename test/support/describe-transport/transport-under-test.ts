import { afterEach } from "bun:test";
import type { Transport } from "../../../src/delivery/transport.ts";
import { type ATransportOptions, aRequest, aTransport, type MakeTransport } from "../a-transport.ts";
import {
  type HostileReceiver,
  type HostileReceiverOptions,
  startHostileReceiver,
} from "../hostile-receiver.ts";

/** What a family of tests starts; all of it is closed after each test. */
export interface TransportUnderTest {
  /** Reaches loopback over http, and resolves every name to 127.0.0.1, unless told otherwise. */
  aTransport(options?: ATransportOptions): Transport;
  aReceiver(options?: HostileReceiverOptions): Promise<HostileReceiver>;
  /**
   * A receiver and a transport that reaches it by name. `send` asks for a path with a secret in its query, so that a
   * test can see that no message tells it.
   */
  setUp(options?: HostileReceiverOptions): Promise<{
    receiver: HostileReceiver;
    transport: Transport;
    send(overrides?: Parameters<typeof aRequest>[0]): ReturnType<Transport["send"]>;
  }>;
  /** Has something else closed after the test. */
  closing<T extends { close(): void }>(thing: T): T;
}

/** Called once for each suite. */
export function transportForEachTest(make: MakeTransport): TransportUnderTest {
  const opened: { close(): void }[] = [];
  afterEach(() => {
    for (const each of opened.splice(0).reverse()) each.close();
  });
  const closing = <T extends { close(): void }>(thing: T): T => {
    opened.push(thing);
    return thing;
  };
  const aReceiver = async (options?: HostileReceiverOptions) => closing(await startHostileReceiver(options));
  const made = (options?: ATransportOptions) => closing(aTransport(options, make));
  return {
    closing,
    aReceiver,
    aTransport: made,
    async setUp(options) {
      const receiver = await aReceiver(options);
      const transport = made();
      const url = `http://receiver.test:${receiver.port}/in?token=s3cret`;
      return { receiver, transport, send: (overrides) => transport.send(aRequest({ url, ...overrides })) };
    },
  };
}

/** A receiver that writes the given bytes for each request. */
export function replying(bytes: string | Buffer): HostileReceiverOptions {
  return { onRequest: ({ socket }) => void socket.write(bytes) };
}
