import type { Destination } from "./connector.ts";
import { hostAndPort } from "./egress-guard.ts";
import type { EgressProxy } from "./egress-proxy.ts";
import { headerLines } from "./request-bytes.ts";

/** Where the requests to one URL go, and what each of them begins with. */
export interface RequestRoute {
  destination: Destination;
  /** Requests to the same origin can share a connection. */
  origin: string;
  /** The request line and the headers that follow from the URL, each with its CR LF. */
  start: string;
}

/** Reads URLs into routes, each once: an endpoint's URL is the same at every attempt. */
export interface RequestRoutes {
  /** A text: why there is no route, as a sentence. */
  routeOf(url: string): RequestRoute | string;
}

const routesMax = 4096;

export function createRequestRoutes(proxy: EgressProxy | null): RequestRoutes {
  const known = new Map<string, RequestRoute>();
  return {
    routeOf(url) {
      const before = known.get(url);
      if (before !== undefined) return before;
      const route = readRoute(url, proxy);
      if (typeof route === "string") return route;
      const [oldest] = known.keys();
      if (known.size >= routesMax && oldest !== undefined) known.delete(oldest);
      known.set(url, route);
      return route;
    },
  };
}

function readRoute(text: string, proxy: EgressProxy | null): RequestRoute | string {
  const url = URL.parse(text);
  if (url === null) return "The URL cannot be read. Check the endpoint's URL.";
  const { protocol, host, origin, pathname, search } = url;
  if (protocol !== "https:" && protocol !== "http:") return "Only http and https URLs are delivered to.";
  const destination: Destination = { protocol, ...hostAndPort(url) };
  const path = pathname + search;
  const throughProxy = proxy !== null && protocol === "http:";
  // RFC 9112, 3.2.2: a proxy is asked with the whole URL.
  const target = throughProxy ? origin + path : path;
  const own = headerLines(throughProxy ? proxy.headers : {}) ?? "";
  const start = `POST ${target} HTTP/1.1\r\nhost: ${host}\r\n${own}connection: keep-alive\r\n`;
  return { destination, origin, start };
}
