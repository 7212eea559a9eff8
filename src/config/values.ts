import ipaddr from "ipaddr.js";
import { z } from "zod";
import { decodeMasterKey } from "../platform/master-key.ts";

/** Where the server listens. Port 0 picks a free one. */
export interface ListenAddress {
  host: string;
  port: number;
}

/** `true` or `false`, as the environment can say it. */
export const switchValue = z.string().transform((text, context) => {
  if (["true", "1"].includes(text.toLowerCase())) return true;
  if (["false", "0"].includes(text.toLowerCase())) return false;
  context.addIssue({ code: "custom", message: "must be true or false" });
  return z.NEVER;
});

/** A whole number within bounds, both included. */
export function wholeNumber(min: number, max: number) {
  return z.string().transform((text, context) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    context.addIssue({ code: "custom", message: `must be a whole number from ${min} to ${max}` });
    return z.NEVER;
  });
}

/** `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`. */
export const listenAddress = z.string().transform((text, context): ListenAddress => {
  const match = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<host>[A-Za-z0-9.-]+)):(?<port>\d{1,5})$/.exec(text);
  const host = match?.groups?.v6 ?? match?.groups?.host;
  const port = Number(match?.groups?.port);
  const isKnownForm =
    host !== undefined && port <= 65_535 && (!match?.groups?.v6 || ipaddr.IPv6.isValid(host));
  if (isKnownForm) return { host, port };
  context.addIssue({
    code: "custom",
    message: "must be an address and a port such as 127.0.0.1:8080, 0.0.0.0:8080 or [::1]:8080",
  });
  return z.NEVER;
});

/** Networks in CIDR form, separated by commas; a single address counts as a network of one. */
export const networkList = z.string().transform((text, context): readonly string[] => {
  const networks: string[] = [];
  for (const item of text.split(",").map((part) => part.trim())) {
    if (item === "") continue;
    const network = asNetwork(item);
    if (network) networks.push(network);
    else {
      context.addIssue({
        code: "custom",
        message: `must be networks such as 10.0.0.0/8,fd00::/8 ("${item}" is none)`,
      });
    }
  }
  return networks;
});

function asNetwork(text: string): string | null {
  // The general check takes "10/8" for 0.0.0.10/8.
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text)) return text;
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return `${text}/32`;
  if (ipaddr.IPv6.isValid(text)) return `${text}/128`;
  return null;
}

/** An absolute `http:` or `https:` URL without path, query or credentials, as `https://host:port`. */
export const originUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin =
    url !== null &&
    ["http:", "https:"].includes(url.protocol) &&
    `${url.origin}/` === url.href &&
    url.hostname;
  if (isOrigin) return url.origin;
  context.addIssue({
    code: "custom",
    message: "must be an http or https URL without a path, such as https://hooks.example.com",
  });
  return z.NEVER;
});

/** An HTTP proxy, with or without `user:password@`. */
export const proxyUrl = z.string().refine(
  (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url?.protocol === "http:" && url.pathname === "/" && url.search === "" && url.hash === "";
  },
  { message: "must be the URL of an HTTP proxy, such as http://proxy.example.com:3128" },
);

/** 32 bytes in base64, padded or not. */
export const masterKeyText = z.string().transform((text, context): Uint8Array => {
  const bytes = decodeMasterKey(text);
  if (bytes) return bytes;
  context.addIssue({
    code: "custom",
    message: 'must be the base64 of 32 bytes: make one with "openssl rand -base64 32"',
  });
  return z.NEVER;
});

/** An operator's own first key. */
export const bootstrapKey = z
  .string()
  .regex(/^phk_[\x21-\x7e]{28,252}$/, 'must be "phk_" and 28 to 252 further characters without spaces');
