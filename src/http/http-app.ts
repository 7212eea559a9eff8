import type { OperationContext } from "../operations/context.ts";
import type { Logger } from "../platform/logger.ts";
import { createAnswerer } from "./answer.ts";
import { createClientAddress } from "./client-address.ts";
import { createDashboard } from "./dashboard.ts";
import { createDocsPages } from "./docs-pages.ts";
import type { Exchange } from "./exchange.ts";
import { createInbound } from "./inbound.ts";
import type { ChangesSource } from "./live-stream.ts";
import { problemResponse } from "./problem.ts";
import type { DiskFigures, Readiness } from "./readiness.ts";
import type { RequestMeter } from "./request-meter.ts";
import type { MetricsSource } from "./route.ts";
import { routeGroups } from "./route-table.ts";
import { createRouter } from "./router.ts";

export interface HttpAppOptions {
  operations: OperationContext;
  logger: Logger;
  /** Shown in the API reference and to whoever asks about the instance. */
  version: string;
  /** What the world calls this host, or null: for the reference's `servers`. */
  publicUrl: string | null;
  bodyBytesMax: number;
  /** CIDR ranges whose `X-Forwarded-For` counts. */
  trustedProxies: readonly string[];
  /** Called with the id of every key that was let in. Must not throw, and is not awaited. */
  noteKeyUse(keyId: string): void;
  /** Asks the program whether it is ready. */
  probe(): Promise<Readiness>;
  /** Asks how full the disk is. */
  readDisk(): Promise<DiskFigures>;
  metrics: MetricsSource;
  live: ChangesSource;
  meter: RequestMeter;
}

/** The API as a function from request to response: what `Bun.serve` calls, and tests without a socket. */
export interface HttpApp {
  /** @param socketAddress of the other end of the connection; null if unknown. Never rejects. */
  fetch(request: Request, socketAddress: string | null): Promise<Response>;
}

/** A caller's own request id is taken over if it looks like this. */
const requestIdRegex = /^[A-Za-z0-9._-]{1,128}$/;

export function createHttpApp(options: HttpAppOptions): HttpApp {
  const { logger } = options;
  const { clock, newId } = options.operations;
  const addressOf = createClientAddress(options.trustedProxies);
  const router = createRouter({
    groups: routeGroups,
    pages: createDocsPages(options),
    dashboard: createDashboard(options.operations),
    answer: createAnswerer(options),
    inbound: createInbound(options),
  });

  function newExchange(request: Request, socketAddress: string | null): Exchange {
    const given = request.headers.get("x-request-id");
    return {
      requestId: given !== null && requestIdRegex.test(given) ? given : newId("request"),
      address: addressOf(socketAddress, request.headers.get("x-forwarded-for")),
      keyId: null,
      rateLimit: null,
      path: null,
    };
  }

  function bugResponse(error: unknown, { requestId }: Exchange): Response {
    logger.error("request.failed", { requestId, error: String(error) });
    return problemResponse(error, requestId);
  }

  return {
    async fetch(request, socketAddress) {
      const startedAt = clock.monotonic();
      const exchange = newExchange(request, socketAddress);
      let response: Response;
      try {
        response = await router.route(request, exchange);
      } catch (error) {
        // A bug outside of any route must not reach the server, which would answer with a page of its own.
        response = bugResponse(error, exchange);
      }
      const durationMs = clock.monotonic() - startedAt;
      options.meter.handled(request.method, exchange.path, response.status, durationMs);
      logger.info("request.handled", {
        method: request.method,
        path: exchange.path,
        status: response.status,
        durationMs: Math.round(durationMs * 10) / 10,
        requestId: exchange.requestId,
        keyId: exchange.keyId,
        address: exchange.address,
      });
      return response;
    },
  };
}
