import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { Clock } from "./clock.ts";
import { messageOf } from "./lifecycle.ts";
import { StartError } from "./start-error.ts";

/** A listening HTTP or HTTPS server. */
export interface HttpListener {
  /** The address and port that it really has. */
  address: string;
  port: number;
  url: string;
  /** Reads the certificate and its key again; on trouble throws, and goes on with the old ones. */
  reloadCertificate(): void;
  /** Takes no more connections, and ends the requests under way when they are done or after that long. */
  stop(options: { drainMs: number }): Promise<void>;
}

/** PEM files to serve HTTPS with. */
export interface CertificateFiles {
  certFile: string;
  keyFile: string;
}

export interface HttpListenerOptions {
  host: string;
  port: number;
  /** Null: plain HTTP. */
  certificate: CertificateFiles | null;
  clock: Clock;
  /** Answers every request, whatever its size: how much of a body is read is decided there. */
  fetch(request: Request, socketAddress: string | null): Promise<Response>;
}

/** Longer than a test of an endpoint may take: its caller waits without a byte from us. */
const idleSeconds = 120;

/**
 * Above any body: the runtime's own answer to one that is too large has no body and no headers. What a handler leaves
 * unread is thrown away as it comes.
 */
const bodyBytesMax = Number.MAX_SAFE_INTEGER;

/** Opens the port. Throws a `StartError` that says why not. */
export function startHttpListener(options: HttpListenerOptions): HttpListener {
  let server = serve(options, options.port);
  const port = server.port ?? options.port;
  const scheme = options.certificate ? "https" : "http";
  const shownHost = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    address: options.host,
    port,
    url: `${scheme}://${shownHost}:${port}`,
    reloadCertificate() {
      if (options.certificate) readCertificate(options.certificate);
      // The runtime cannot change the certificate of a listening server. Requests under way finish on the old one.
      void server.stop(false);
      server = serve(options, port);
    },
    async stop({ drainMs }) {
      const drained = server.stop(false);
      const late = Promise.withResolvers<void>();
      const timer = options.clock.after(drainMs, late.resolve);
      await Promise.race([drained, late.promise]);
      timer.cancel();
      await server.stop(true);
    },
  };
}

function serve(options: HttpListenerOptions, port: number): Bun.Server<undefined> {
  const tls = options.certificate ? readCertificate(options.certificate) : null;
  try {
    return Bun.serve({
      hostname: options.host,
      port,
      idleTimeout: idleSeconds,
      maxRequestBodySize: bodyBytesMax,
      ...(tls ? { tls } : {}),
      fetch: (request, self) => options.fetch(request, self.requestIP(request)?.address ?? null),
    });
  } catch (error) {
    throw new StartError(describeListenFailure(options.host, port, error));
  }
}

function describeListenFailure(host: string, port: number, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  const advice = "Choose another with --listen or POSTHORN_LISTEN.";
  if (code === "EADDRINUSE") return `Port ${port} of ${host} is in use by another program. ${advice}`;
  if (code === "EACCES")
    return `This user may not listen on port ${port}: ports below 1024 are root's. ${advice}`;
  return `Cannot listen on ${host} port ${port}: ${messageOf(error)}. ${advice}`;
}

function readCertificate({ certFile, keyFile }: CertificateFiles): { cert: string; key: string } {
  const pair = { cert: readPem(certFile), key: readPem(keyFile) };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new StartError(
      `The certificate ${certFile} and the key ${keyFile} cannot be used: ${messageOf(error)}.`,
    );
  }
  return pair;
}

function readPem(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartError(`The TLS file ${file} cannot be read: ${messageOf(error)}.`);
  }
}
