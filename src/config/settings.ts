import { z } from "zod";
import {
  bootstrapKey,
  listenAddress,
  masterKeyText,
  networkList,
  originUrl,
  proxyUrl,
  switchValue,
  wholeNumber,
} from "./values.ts";

/** How a setting is given, checked and explained. The schema turns the text into the value. */
export interface Setting<Value = unknown> {
  variable: string;
  /** Without the dashes; null where a command line is the wrong place (it shows in the process list). */
  flag: string | null;
  schema: z.ZodType<Value, string>;
  /** The text that stands in when nothing is given; null: the setting is then null. */
  fallback: string | null;
  /** What the reference says where there is no fallback. */
  fallbackMeaning?: string;
  /** Secrets are never printed; of a URL only the credentials are hidden. */
  secrecy?: "secret" | "credentials";
  meaning: string;
}

const path = z.string().min(1, "must not be empty");

/** Every setting of the program: variables, flags, help and the reference page all come from here. */
export const settings = {
  dataDir: {
    variable: "POSTHORN_DATA_DIR",
    flag: "data-dir",
    schema: path,
    fallback: "./data",
    meaning: "Directory of the database and the generated master key; created with mode 0700",
  },
  listen: {
    variable: "POSTHORN_LISTEN",
    flag: "listen",
    schema: listenAddress,
    fallback: "127.0.0.1:8080",
    meaning: "Address and port of the API; port 0 picks a free one and prints it",
  },
  publicUrl: {
    variable: "POSTHORN_PUBLIC_URL",
    flag: "public-url",
    schema: originUrl,
    fallback: null,
    meaning: "What the world calls this host: shown in the API reference",
  },
  trustedProxies: {
    variable: "POSTHORN_TRUSTED_PROXIES",
    flag: null,
    schema: networkList,
    fallback: "",
    fallbackMeaning: "none",
    meaning: "Networks of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto count",
  },
  bootstrapKey: {
    variable: "POSTHORN_BOOTSTRAP_KEY",
    flag: null,
    schema: bootstrapKey,
    fallback: null,
    fallbackMeaning: "generated",
    secrecy: "secret",
    meaning:
      "Operator key of the first start, so that automation knows it; later starts ignore it. phk_ and at least 28 characters",
  },
  masterKey: {
    variable: "POSTHORN_MASTER_KEY",
    flag: null,
    schema: masterKeyText,
    fallback: null,
    fallbackMeaning: "generated into the data directory",
    secrecy: "secret",
    meaning: "Key that encrypts secrets at rest: 32 bytes in base64",
  },
  masterKeyFile: {
    variable: "POSTHORN_MASTER_KEY_FILE",
    flag: null,
    schema: path,
    fallback: null,
    meaning: "File that holds the master key, instead of the variable",
  },
  allowHttp: {
    variable: "POSTHORN_ALLOW_HTTP",
    flag: "allow-http",
    schema: switchValue,
    fallback: "false",
    meaning: "Endpoint URLs may be http: as well as https:",
  },
  allowNetworks: {
    variable: "POSTHORN_ALLOW_NETWORKS",
    flag: "allow-networks",
    schema: networkList,
    fallback: "",
    fallbackMeaning: "none",
    meaning:
      "Private or reserved networks that deliveries may reach, such as 10.0.0.0/8; all others of that kind are refused",
  },
  extraCaFile: {
    variable: "POSTHORN_EXTRA_CA_FILE",
    flag: null,
    schema: path,
    fallback: null,
    meaning: "Further certificate authorities (PEM) that endpoints' certificates may come from",
  },
  egressProxy: {
    variable: "POSTHORN_EGRESS_PROXY",
    flag: null,
    schema: proxyUrl,
    fallback: null,
    secrecy: "credentials",
    meaning: "HTTP proxy that all deliveries go through",
  },
  tlsCertFile: {
    variable: "POSTHORN_TLS_CERT_FILE",
    flag: null,
    schema: path,
    fallback: null,
    meaning: "Certificate chain (PEM) to serve HTTPS with; read again on SIGHUP",
  },
  tlsKeyFile: {
    variable: "POSTHORN_TLS_KEY_FILE",
    flag: null,
    schema: path,
    fallback: null,
    meaning: "Private key (PEM) of that certificate; read again on SIGHUP",
  },
  maxBodyBytes: {
    variable: "POSTHORN_MAX_BODY_BYTES",
    flag: null,
    schema: wholeNumber(1024, 64 * 1024 * 1024),
    fallback: "1048576",
    meaning: "Largest request body that the API takes, in bytes",
  },
  maxInFlight: {
    variable: "POSTHORN_MAX_IN_FLIGHT",
    flag: null,
    schema: wholeNumber(1, 65_535),
    fallback: "2048",
    meaning: "Delivery attempts at once, over all endpoints",
  },
  maxInFlightPerEndpoint: {
    variable: "POSTHORN_MAX_IN_FLIGHT_PER_ENDPOINT",
    flag: null,
    schema: wholeNumber(1, 65_535),
    fallback: "64",
    meaning: "Delivery attempts at once to one endpoint",
  },
  rateLimitPerSecond: {
    variable: "POSTHORN_RATE_LIMIT_PER_SECOND",
    flag: null,
    schema: wholeNumber(0, 1_000_000),
    fallback: "10000",
    meaning:
      "API requests a second that one organization may make if it sets no limit of its own; 0: no limit",
  },
  endpointsMax: {
    variable: "POSTHORN_ENDPOINTS_MAX",
    flag: null,
    schema: wholeNumber(1, 1_000_000),
    fallback: "10000",
    meaning: "Endpoints that one organization may have if it sets no limit of its own",
  },
  retentionDays: {
    variable: "POSTHORN_RETENTION_DAYS",
    flag: null,
    schema: wholeNumber(0, 3650),
    fallback: "30",
    meaning:
      "Days that events, deliveries and attempts are kept for organizations that set none of their own; 0: for ever",
  },
  minFreeDiskBytes: {
    variable: "POSTHORN_MIN_FREE_DISK_BYTES",
    flag: null,
    schema: wholeNumber(0, 2 ** 49),
    fallback: "268435456",
    meaning: "Free space below which publishing gets a 503 and /readyz is red, in bytes",
  },
  metricsPublic: {
    variable: "POSTHORN_METRICS_PUBLIC",
    flag: null,
    schema: switchValue,
    fallback: "false",
    meaning: "/metrics without a key: true where only the monitoring can reach it",
  },
  logFormat: {
    variable: "POSTHORN_LOG_FORMAT",
    flag: "log-format",
    schema: z.enum(["text", "json"], { error: "must be text or json" }),
    fallback: null,
    fallbackMeaning: "text on a terminal, else json",
    meaning: "How log lines are written: text for people, json for machines",
  },
  logLevel: {
    variable: "POSTHORN_LOG_LEVEL",
    flag: "log-level",
    schema: z.enum(["debug", "info", "warn", "error"], { error: "must be debug, info, warn or error" }),
    fallback: "info",
    meaning: "The least important lines that are logged: debug, info, warn or error",
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** The values of all settings. A setting without a fallback is null when it is not given. */
export type SettingValues = {
  readonly [Name in SettingName]: (typeof settings)[Name]["fallback"] extends null
    ? z.output<(typeof settings)[Name]["schema"]> | null
    : z.output<(typeof settings)[Name]["schema"]>;
};

/** The settings with their names, in the order of the reference. */
export const settingEntries = Object.entries(settings) as [SettingName, Setting][];

/** The networks that `--dev` opens. */
export const devNetworks = "127.0.0.0/8,::1/128";
