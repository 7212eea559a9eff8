import net, { type AddressInfo, type Socket } from "node:net";
import tls, { type TlsOptions } from "node:tls";
import type { Certificate } from "./certificate.ts";

/** A request as it arrived. */
export interface ReceivedRequest {
  path: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
  socket: Socket;
  /** Number of the connection, from 1. */
  connection: number;
  /** Number of the request on its connection, from 1. */
  onConnection: number;
}

/** A receiver on loopback that writes raw bytes, so that it can answer as no server should. */
export interface HostileReceiver {
  port: number;
  requests: ReceivedRequest[];
  /** Connections accepted; with TLS: handshakes completed. */
  connections(): number;
  /** Connections that are open now. */
  open(): ReadonlySet<Socket>;
  close(): void;
}

export interface HostileReceiverOptions {
  /** Called for each complete request; writes what it likes. */
  onRequest?: (request: ReceivedRequest) => void;
  /** Called for each connection, before anything arrived. */
  onConnection?: (socket: Socket) => void;
  /** A certificate and its key, and what else the server shall insist on. */
  tls?: Certificate & TlsOptions;
  /** Loopback by default. */
  address?: string;
  /** A free one by default. */
  port?: number;
}

/** A minimal answer with a length. */
export function answer(status: number, body = "", headers: Record<string, string> = {}): string {
  const lines = Object.entries({ "Content-Length": String(Buffer.byteLength(body)), ...headers });
  return `HTTP/1.1 ${status} Status\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

export async function startHostileReceiver(options: HostileReceiverOptions = {}): Promise<HostileReceiver> {
  const requests: ReceivedRequest[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const onRequest = options.onRequest ?? ((request) => request.socket.write(answer(200, "ok")));
  const accept = (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => open.delete(socket));
    options.onConnection?.(socket);
    readRequests(socket, connections, (request) => {
      requests.push(request);
      onRequest(request);
    });
  };
  const server =
    options.tls === undefined ? net.createServer(accept) : tls.createServer({ ...options.tls }, accept);
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) =>
    server.listen(options.port ?? 0, options.address ?? "127.0.0.1", resolve),
  );
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    connections: () => connections,
    open: () => open,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function readRequests(
  socket: Socket,
  connection: number,
  onRequest: (request: ReceivedRequest) => void,
): void {
  let text = "";
  let onConnection = 0;
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    for (;;) {
      const headEnd = text.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const [start = "", ...lines] = text.slice(0, headEnd).split("\r\n");
      const headers = Object.fromEntries(lines.map(parseLine));
      const bodyEnd = headEnd + 4 + Number(headers["content-length"] ?? 0);
      if (text.length < bodyEnd) return;
      onConnection += 1;
      const [, path = ""] = start.split(" ");
      const body = Buffer.from(text.slice(headEnd + 4, bodyEnd), "latin1").toString("utf8");
      text = text.slice(bodyEnd);
      onRequest({ path, headers, body, socket, connection, onConnection });
    }
  });
}

function parseLine(line: string): [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
