import type { Clock } from "../platform/clock.ts";
import { isOutOfDescriptors } from "../platform/descriptors.ts";
import { codeOf } from "./transport-trouble.ts";

/** What a look-up gave. Addresses in the order in which they should be tried. */
export type Resolution =
  | { kind: "found"; addresses: readonly string[] }
  | { kind: "failed"; error: string }
  /** Our own trouble: nobody was asked. */
  | { kind: "not_asked" };

/** Looks names up, one query per name at a time. */
export interface NameResolver {
  resolve(name: string): Promise<Resolution>;
}

/** One address record. */
export interface AddressRecord {
  address: string;
  /** Seconds that the record may be kept; 0 for what comes from `/etc/hosts`. */
  ttl: number;
}

/** The way to the name servers: a seam. Rejects with an error that has a DNS `code` (`ENOTFOUND`). */
export type QueryAddresses = (name: string) => Promise<readonly AddressRecord[]>;

const queryMsMax = 3000;
const keepMsMin = 5000;
const keepMsMax = 60_000;
/** Long enough that a dead name with many deliveries is asked for once, short enough to see it come back. */
const keepFailureMs = 5000;
const entriesMax = 10_000;

interface Entry {
  resolution: Resolution;
  untilMs: number;
}

/** Answers are kept for the record's time within 5 to 60 s, failures for 5 s; the oldest of 10,000 give way. */
export function createNameResolver({ clock, query }: { clock: Clock; query: QueryAddresses }): NameResolver {
  const entries = new Map<string, Entry>();
  const asked = new Map<string, Promise<Resolution>>();

  const ask = async (name: string): Promise<Resolution> => {
    const entry = await lookUp(name, query, clock);
    asked.delete(name);
    entries.delete(name);
    entries.set(name, entry);
    const [oldest] = entries.keys();
    if (entries.size > entriesMax && oldest !== undefined) entries.delete(oldest);
    return entry.resolution;
  };
  return {
    resolve(name) {
      const entry = entries.get(name);
      if (entry !== undefined && clock.monotonic() < entry.untilMs) return Promise.resolve(entry.resolution);
      const running = asked.get(name) ?? ask(name);
      asked.set(name, running);
      return running;
    },
  };
}

async function lookUp(name: string, query: QueryAddresses, clock: Clock): Promise<Entry> {
  const failed = (error: string): Entry => ({
    resolution: { kind: "failed", error },
    untilMs: clock.monotonic() + keepFailureMs,
  });
  try {
    const records = await withDeadline(query(name), clock);
    if (records === "late") return failed(lateSentence(name));
    if (records.length === 0) return failed(unknownSentence(name));
    const keepMs = Math.min(...records.map((record) => record.ttl * 1000));
    return {
      resolution: { kind: "found", addresses: [...new Set(records.map((record) => record.address))] },
      untilMs: clock.monotonic() + Math.min(keepMsMax, Math.max(keepMsMin, keepMs)),
    };
  } catch (error) {
    // c-ares calls it a name server that refuses, or a name that is not there.
    if (isOutOfDescriptors()) return { resolution: { kind: "not_asked" }, untilMs: 0 };
    return failed(failureSentence(name, lookupCodeOf(error)));
  }
}

function withDeadline<T>(work: Promise<T>, clock: Clock): Promise<T | "late"> {
  return new Promise((resolve, reject) => {
    const timer = clock.after(queryMsMax, () => resolve("late"));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}

function failureSentence(name: string, code: string): string {
  if (code === "ENOTFOUND" || code === "ENODATA") return unknownSentence(name);
  if (code === "ETIMEOUT") return lateSentence(name);
  return `The name servers could not look up "${name}" (${code}). Check the DNS zone of the name and this host's resolver.`;
}

function unknownSentence(name: string): string {
  return `The name "${name}" has no address. Check the endpoint's URL and the name's DNS records.`;
}

function lateSentence(name: string): string {
  return `The name servers gave no answer for "${name}" within ${queryMsMax / 1000} s. Check the name's DNS zone and this host's resolver.`;
}

/** c-ares has its own prefix before what the system calls the same. */
function lookupCodeOf(error: unknown): string {
  return codeOf(error).replace(/^DNS_/, "");
}
