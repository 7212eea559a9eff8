import { readdirSync, readFileSync } from "node:fs";
import net, { type Socket } from "node:net";

/** Connections of one client to a server on loopback, and how many of them the server has closed. */
export interface Crowd {
  readonly closed: number;
  /** What came back on all of them, in bytes. */
  readonly receivedBytes: number;
  close(): void;
}

export interface CrowdOptions {
  size: number;
  /** Sent by each at once; nothing by default. */
  greeting?: string;
  /** Then this, character by character, without end. */
  drip?: string;
  /** Whether they read what comes. */
  reads?: boolean;
}

const dripEveryMs = 100;

export async function startCrowd(port: number, options: CrowdOptions): Promise<Crowd> {
  const { size, greeting = "", drip = "", reads = true } = options;
  const sockets: Socket[] = [];
  let [closed, receivedBytes] = [0, 0];
  for (let n = 0; n < size; n += 1) {
    const socket = net.connect({ host: "127.0.0.1", port });
    socket.on("error", () => {});
    socket.on("close", () => {
      closed += 1;
    });
    if (reads) {
      socket.on("data", (chunk) => {
        receivedBytes += chunk.length;
      });
    } else socket.pause();
    sockets.push(socket);
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    if (greeting !== "") socket.write(greeting);
  }
  let at = 0;
  const dripping = setInterval(() => {
    if (drip === "") return;
    const character = drip.charAt(at++ % drip.length);
    for (const socket of sockets) if (!socket.destroyed) socket.write(character);
  }, dripEveryMs);
  return {
    get closed() {
      return closed;
    },
    get receivedBytes() {
      return receivedBytes;
    },
    close() {
      clearInterval(dripping);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Sends raw bytes and returns all that came until the server closed, or had nothing more to say. */
export function sendRaw(port: number, bytes: string): Promise<{ text: string; isClosed: boolean }> {
  const quietMs = 500;
  return new Promise((resolve) => {
    let text = "";
    const socket = net.connect({ host: "127.0.0.1", port }, () => socket.write(bytes, "latin1"));
    const end = (isClosed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, isClosed });
    };
    let timer = setTimeout(end, quietMs * 4, false);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      clearTimeout(timer);
      timer = setTimeout(end, quietMs, false);
    });
    socket.on("error", () => {});
    socket.on("close", () => end(true));
  });
}

/** What a process holds, by the system's own books. Linux only. */
export function holdingsOf(pid: number): { residentMiB: number; descriptors: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return {
    residentMiB: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
  };
}
