import http from "node:http";
import net, { type AddressInfo } from "node:net";

/** A forward proxy on loopback, to which every name is 127.0.0.1. */
export interface HttpProxy {
  url: string;
  /** `CONNECT name:port` and `POST http://…`, as asked. */
  asked: { line: string; headers: http.IncomingHttpHeaders }[];
  close(): void;
}

export interface HttpProxyOptions {
  /** Status for every request instead of serving it. */
  refuseWith?: number;
}

export async function startHttpProxy({ refuseWith }: HttpProxyOptions = {}): Promise<HttpProxy> {
  const asked: HttpProxy["asked"] = [];
  const server = http.createServer((request, response) => {
    asked.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    if (refuseWith !== undefined) return void response.writeHead(refuseWith).end();
    const url = new URL(request.url ?? "");
    const onward = http.request(
      { host: "127.0.0.1", port: url.port, path: url.pathname, method: "POST", headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 0);
        answer.pipe(response);
      },
    );
    request.pipe(onward);
  });
  server.on("connect", (request, client: net.Socket) => {
    asked.push({ line: `CONNECT ${request.url}`, headers: request.headers });
    if (refuseWith !== undefined) return void client.end(`HTTP/1.1 ${refuseWith} No\r\n\r\n`);
    const onward = net.connect({ host: "127.0.0.1", port: Number(request.url?.split(":")[1]) }, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.pipe(client);
      client.pipe(onward);
    });
    onward.on("error", () => client.destroy());
    client.on("error", () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
