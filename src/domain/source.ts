import { z } from "zod";
import { isoTime } from "./time.ts";

/** The kinds of sources; each has an adapter in `sources/`. */
export const sourceKind = z.enum(["generic", "whatsapp"]);
export type SourceKind = z.infer<typeof sourceKind>;

export const sourceStatus = z.enum(["active", "disabled"]);
export type SourceStatus = z.infer<typeof sourceStatus>;

/** A source's name becomes a tag of its events, `source:<name>`. */
export const sourceName = z
  .string("must be text")
  .regex(/^[A-Za-z0-9_.:-]{1,57}$/, "must be 1 to 57 of A-Z a-z 0-9 _ . : -")
  .meta({ description: "Unique; the source's events have the tag `source:<name>`" });

/** The tag by which a source's events are found. */
export function sourceTag(name: string): string {
  return `source:${name}`;
}

/** What a source is told to do; its configuration is its adapter's business, secrets included. */
export interface SourceSpec {
  name: string;
  status: SourceStatus;
  config: object;
}

/** An inbound URL where an upstream platform's webhooks arrive and become events. As stored: nobody outside sees it so. */
export interface Source extends SourceSpec {
  id: string;
  kind: SourceKind;
  createdAt: string;
  updatedAt: string;
}

/** Sources that an organization may have. */
export const sourcesMax = 1000;

/** What became of an inbound request. */
export const requestVerdict = z.enum(["accepted", "duplicate", "rejected"]);
export type RequestVerdict = z.infer<typeof requestVerdict>;

/** Accepted requests that a source's log keeps, and, apart, refused ones. */
export const requestsKeptMax = 1000;

/** So much of an accepted request's body is kept. */
export const requestBodyBytesMax = 65_536;

/** One inbound request, as the source's log shows it. */
export const sourceRequest = z
  .object({
    id: z.string().meta({ description: "Also the reply's `X-Request-Id`, unless the sender chose that" }),
    at: isoTime,
    address: z.string().nullable().meta({ description: "The sender's, as far as it is known" }),
    verdict: requestVerdict,
    reason: z
      .string()
      .nullable()
      .meta({ description: "Why it was rejected, or what it was instead of events" }),
    eventIds: z.array(z.string()).meta({ description: "The events that it made" }),
    body: z
      .string()
      .nullable()
      .meta({
        description: `Of an accepted one, the first ${requestBodyBytesMax} bytes as text; null for others, and once an event of it was erased`,
      }),
  })
  .meta({
    id: "SourceRequest",
    example: {
      id: "req_01kq8v4z6t8m5n2p7r9s3w1x0y",
      at: "2026-05-13T12:46:25.000Z",
      address: "192.0.2.17",
      verdict: "accepted",
      reason: null,
      eventIds: ["evt_mzxw6ytboi3dgmrqgaydamrqgu"],
      body: '{"id":"in_1","type":"invoice.paid"}',
    },
  });
export type SourceRequest = z.infer<typeof sourceRequest>;
