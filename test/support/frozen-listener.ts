import { readFileSync } from "node:fs";
import net, { type Socket } from "node:net";

/** A listener that takes no further connection: those that try hang, as if packets were dropped. Linux only. */
export interface FrozenListener {
  port: number;
  close(): void;
}

const listen = `
  const server = require("node:net").createServer();
  server.listen({ host: process.argv[1], port: Number(process.argv[2]), backlog: 1 }, () =>
    console.log(server.address().port));
`;

/** Stops the process that listens, and fills the queue of what it has not accepted. */
export async function startFrozenListener(address: string, port: number): Promise<FrozenListener> {
  const child = Bun.spawn(["bun", "-e", listen, address, String(port)], { stdout: "pipe" });
  const { value } = await child.stdout.getReader().read();
  const actual = Number(new TextDecoder().decode(value));
  child.kill("SIGSTOP");
  const queue: Socket[] = [];
  for (let full = false; !full; ) {
    const socket = net.connect({ host: address, port: actual }).on("error", () => {});
    queue.push(socket);
    full = await Promise.race([
      new Promise<boolean>((resolve) => socket.once("connect", () => resolve(false))),
      Bun.sleep(300).then(() => true),
    ]);
  }
  queue.pop()?.destroy();
  return {
    port: actual,
    close() {
      for (const socket of queue) socket.destroy();
      child.kill("SIGKILL");
    },
  };
}

/** How many connections to the address are being made, by this host's own table. */
export function connecting(address: string, port: number): number {
  const bytes = address.split(".").map((part) => Number(part).toString(16).padStart(2, "0"));
  const remote = `${bytes.reverse().join("")}:${port.toString(16).padStart(4, "0")}`.toUpperCase();
  const synSent = "02";
  return readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[2] === remote && fields[3] === synSent).length;
}
