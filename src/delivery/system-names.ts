import dns from "node:dns";
import { readFileSync } from "node:fs";
import net from "node:net";
import type { Clock } from "../platform/clock.ts";
import type { AddressRecord, QueryAddresses } from "./name-resolver.ts";
import { codeOf } from "./transport-trouble.ts";

export interface SystemNamesOptions {
  clock: Clock;
  /** Name servers to ask instead of the system's, as `192.0.2.53` or `192.0.2.53:5353`. */
  servers?: readonly string[];
  hostsFile?: string;
  resolverFile?: string;
}

/** What the system says of names, as it was a moment ago. */
interface Source {
  resolver: dns.promises.Resolver;
  hosts: ReadonlyMap<string, readonly string[]>;
  search: SearchList;
  readAtMs: number;
}

/** Domains that names with few dots are completed with (resolv.conf(5)). */
interface SearchList {
  domains: readonly string[];
  /** A name with so many dots is looked up as it stands first. */
  dotsMin: number;
}

/**
 * c-ares keeps answers of its own for up to an hour, failures included, and cannot be told not to. So it gets to
 * know no more than what was asked within a second; servers and files are read anew with it, because a host may
 * have started before its network.
 */
const sourceMsMax = 1000;

/** Between tries, so that a lost packet does not cost the whole look-up; who asked gives up after 3 s. */
const tryMs = 1000;
const triesMax = 3;

/** How long an answer for one kind of address waits for the other (RFC 8305, 3): some name servers drop AAAA. */
const otherKindMs = 50;

/**
 * Asks as the system would (hosts file, search domains, name servers), but through c-ares, which holds no name up
 * behind a dead one, as the system's look-up with its small thread pool does.
 */
export function createSystemNames(options: SystemNamesOptions): QueryAddresses {
  const { clock, hostsFile = "/etc/hosts", resolverFile = "/etc/resolv.conf" } = options;
  let source: Source | null = null;

  const read = (): Source => {
    const resolver = new dns.promises.Resolver({ timeout: tryMs, tries: triesMax });
    if (options.servers !== undefined) resolver.setServers(options.servers);
    return {
      resolver,
      hosts: parseHosts(textOf(hostsFile)),
      search: parseSearchList(textOf(resolverFile)),
      readAtMs: clock.monotonic(),
    };
  };
  return async (name) => {
    if (source === null || clock.monotonic() - source.readAtMs >= sourceMsMax) source = read();
    const { resolver, hosts, search } = source;
    const fixed = hosts.get(name.toLowerCase().replace(/\.$/, "")) ?? loopbackOf(name);
    if (fixed.length > 0) return fixed.map((address) => ({ address, ttl: 0 }));
    return await askInTurn(candidatesOf(name, search), (candidate) => ask(candidate, resolver, clock));
  };
}

/** The first name that exists. */
async function askInTurn(names: readonly string[], query: QueryAddresses): Promise<readonly AddressRecord[]> {
  for (const name of names.slice(0, -1)) {
    try {
      return await query(name);
    } catch (error) {
      if (!isUnknownName(error)) throw error;
    }
  }
  return query(names.at(-1) ?? "");
}

/** Both kinds of address at once, IPv4 first. Rejects if neither came. */
function ask(name: string, resolver: dns.promises.Resolver, clock: Clock): Promise<AddressRecord[]> {
  const kinds = [resolver.resolve4(name, { ttl: true }), resolver.resolve6(name, { ttl: true })];
  return new Promise((resolve, reject) => {
    const found: AddressRecord[][] = [[], []];
    const errors: unknown[] = [];
    let waiting = kinds.length;
    const end = () => {
      const records = found.flat();
      if (records.length > 0 || errors.length === 0) resolve(records);
      // That a name is unknown says less than that it could not be asked for.
      else reject(errors.find((error) => !isUnknownName(error)) ?? errors[0]);
    };
    kinds.forEach((kind, at) => {
      kind
        .then(
          (records) => {
            found[at] = records;
            if (records.length > 0 && waiting > 1) clock.after(otherKindMs, end);
          },
          (error: unknown) => errors.push(error),
        )
        .finally(() => --waiting === 0 && end());
    });
  });
}

function isUnknownName(error: unknown): boolean {
  return /^(?:DNS_)?(?:ENOTFOUND|ENODATA)$/.test(codeOf(error));
}

/** RFC 6761, 6.3: these never leave the host. */
function loopbackOf(name: string): readonly string[] {
  return /(?:^|\.)localhost\.?$/i.test(name) ? ["127.0.0.1", "::1"] : [];
}

function candidatesOf(name: string, { domains, dotsMin }: SearchList): string[] {
  if (name.endsWith(".")) return [name];
  const completed = domains.map((domain) => `${name}.${domain}`);
  const dots = name.split(".").length - 1;
  return dots >= dotsMin ? [name, ...completed] : [...completed, name];
}

function parseHosts(text: string): ReadonlyMap<string, readonly string[]> {
  const hosts = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const [address = "", ...names] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (net.isIP(address) === 0) continue;
    for (const name of names) {
      const known = hosts.get(name.toLowerCase()) ?? [];
      hosts.set(name.toLowerCase(), [...known, address]);
    }
  }
  return hosts;
}

function parseSearchList(text: string): SearchList {
  let domains: string[] = [];
  let dotsMin = 1;
  for (const line of text.split("\n")) {
    const [word = "", ...rest] = line.trim().split(/\s+/);
    // The last one counts, and "." stands for none.
    if (word === "search" || word === "domain") {
      domains = rest.map((domain) => domain.replace(/\.$/, "")).filter((domain) => domain !== "");
    }
    if (word !== "options") continue;
    const dots = /(?:^| )ndots:(\d+)/.exec(rest.join(" "))?.[1];
    if (dots !== undefined) dotsMin = Math.min(15, Number(dots));
  }
  return { domains, dotsMin };
}

/** Not every system has the file. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
