import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Certificate } from "./certificate.ts";
import { temporaryDirectory } from "./temporary-directory.ts";
import { until } from "./until.ts";

/** What a TLS server may ask for long after the handshake. */
export const laterRequests = {
  renegotiation: { command: "r", version: "-tls1_2", flags: [], message: /HelloRequest/g },
  "renegotiation with a certificate": {
    command: "R",
    version: "-tls1_2",
    flags: ["-verify", "1"],
    message: /HelloRequest/g,
  },
  "new keys": { command: "K", version: "-tls1_3", flags: [], message: />>> TLS 1.3, Handshake.*KeyUpdate/g },
} as const;
export type LaterRequest = keyof typeof laterRequests;

/** The test server of OpenSSL: the runtime's own cannot ask for anything once a connection stands. */
export interface OpensslServer {
  port: number;
  /** Once the request has come: asks so many times, and then answers 200. */
  askThenAnswer(times: number): Promise<void>;
  close(): void;
}

export function hasOpenssl(): boolean {
  return Bun.which("openssl") !== null;
}

export async function startOpensslServer(
  asks: LaterRequest,
  { key, cert }: Certificate,
): Promise<OpensslServer> {
  const { command, version, flags, message } = laterRequests[asks];
  const directory = temporaryDirectory();
  const file = join(directory.path, "server.pem");
  writeFileSync(file, cert + key);
  const child = Bun.spawn(
    ["openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", file, "-key", file, version, "-msg", ...flags],
    { stdin: "pipe", stdout: "pipe", stderr: "ignore" },
  );
  let output = "";
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of child.stdout) output += decoder.decode(chunk, { stream: true });
  })();
  const port = () => Number(/^ACCEPT .*:(\d+)$/m.exec(output)?.[1] ?? 0);
  await until(() => port() > 0, { withinMs: 30_000 });
  return {
    port: port(),
    async askThenAnswer(times) {
      await until(() => output.includes('"evt_1"'), { withinMs: 30_000 });
      // A command is one only at the beginning of what is read: each goes when the one before has been obeyed.
      for (let asked = 0; asked < times; asked += 1) {
        child.stdin.write(`${command}\n`);
        await child.stdin.flush();
        await until(() => (output.match(message)?.length ?? 0) > asked, { withinMs: 30_000 });
      }
      child.stdin.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      await child.stdin.flush();
    },
    close() {
      child.kill("SIGKILL");
      directory.remove();
    },
  };
}
