import net, { type AddressInfo, type Socket } from "node:net";

/** `close` says goodbye in order, `reset` does not, `hang` says nothing more. */
export type HowToCut = "close" | "reset" | "hang";

/** Passes bytes between a client and a receiver on loopback, until the receiver has sent so many. */
export interface CuttingRelay {
  port: number;
  /** From the next connection on: so many bytes of the receiver come through. */
  cutAfter(bytes: number): void;
  close(): void;
}

export async function startCuttingRelay(toPort: number, how: HowToCut): Promise<CuttingRelay> {
  const open = new Set<Socket>();
  let cutAfter = 0;
  const server = net.createServer((client) => {
    const upstream = net.connect({ host: "127.0.0.1", port: toPort });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => open.delete(socket));
    }
    let room = cutAfter;
    client.on("data", (chunk) => {
      upstream.write(chunk);
      // So that the request has arrived, whatever becomes of its answer.
      if (room === 0) upstream.once("data", () => cut(client, upstream, how));
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    upstream.on("data", (chunk: Buffer) => {
      if (room === 0) return;
      const part = chunk.subarray(0, room);
      room -= part.length;
      client.write(part, () => room === 0 && cut(client, upstream, how));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter(bytes) {
      cutAfter = bytes;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function cut(client: Socket, upstream: Socket, how: HowToCut): void {
  if (how === "hang") return;
  if (how === "close") client.end();
  else client.resetAndDestroy();
  upstream.destroy();
}
