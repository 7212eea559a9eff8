import { describe, expect, test } from "bun:test";
import { describeConfig, loadConfig } from "../../src/config.ts";
import { StartError } from "../../src/platform/start-error.ts";

function problemsOf(flags: Parameters<typeof loadConfig>[0], environment: Record<string, string>): string {
  try {
    loadConfig(flags, environment);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  throw new Error("the configuration was taken");
}

describe("loading", () => {
  test("without any setting everything has its default", () => {
    const { config, origins, warnings } = loadConfig({}, {});
    expect(config).toMatchObject({
      dataDir: "./data",
      listen: { host: "127.0.0.1", port: 8080 },
      publicUrl: null,
      masterKey: null,
      allowHttp: false,
      allowNetworks: [],
      maxBodyBytes: 1_048_576,
      maxInFlight: 2048,
      maxInFlightPerEndpoint: 64,
      logFormat: null,
      logLevel: "info",
      isDev: false,
    });
    expect(new Set(Object.values(origins))).toEqual(new Set(["default"]));
    expect(warnings).toEqual([]);
  });

  test("a flag wins over the variable", () => {
    const { config, origins } = loadConfig({ listen: "[::1]:9000" }, { POSTHORN_LISTEN: "0.0.0.0:80" });
    expect(config.listen).toEqual({ host: "::1", port: 9000 });
    expect(origins.listen).toBe("--listen");
  });

  test("an empty variable counts as not set", () => {
    expect(loadConfig({}, { POSTHORN_LISTEN: "" }).origins.listen).toBe("default");
  });

  test("the configuration cannot be changed afterwards", () => {
    expect(Object.isFrozen(loadConfig({}, {}).config)).toBe(true);
  });

  test("networks may be single addresses and have spaces around them", () => {
    const { config } = loadConfig({}, { POSTHORN_ALLOW_NETWORKS: " 10.0.0.0/8, 192.168.1.7 ,fd00::/8,::1" });
    expect(config.allowNetworks).toEqual(["10.0.0.0/8", "192.168.1.7/32", "fd00::/8", "::1/128"]);
  });
});

describe("problems", () => {
  test("all of them are reported at once, each with the variable or flag it came from", () => {
    const text = problemsOf(
      { "log-level": "loud" },
      {
        POSTHORN_LISTEN: "8080",
        POSTHORN_MAX_IN_FLIGHT: "0",
        POSTHORN_ALLOW_HTTP: "perhaps",
        POSTHORN_ALLOW_NETWORKS: "10/8",
        POSTHORN_PUBLIC_URL: "https://a.example/path",
        POSTHORN_TLS_CERT_FILE: "cert.pem",
      },
    );
    expect(text).toContain("7 problems");
    expect(text).toContain('--log-level ("loud") must be debug, info, warn or error.');
    expect(text).toContain('POSTHORN_LISTEN ("8080") must be an address and a port such as 127.0.0.1:8080');
    expect(text).toContain('POSTHORN_MAX_IN_FLIGHT ("0") must be a whole number from 1 to 65535.');
    expect(text).toContain('POSTHORN_ALLOW_HTTP ("perhaps") must be true or false.');
    expect(text).toContain('("10/8" is none)');
    expect(text).toContain("POSTHORN_PUBLIC_URL");
    expect(text).toContain("POSTHORN_TLS_KEY_FILE is missing");
  });

  test("a secret that is wrong is not repeated", () => {
    const text = problemsOf({}, { POSTHORN_MASTER_KEY: "hunter2", POSTHORN_BOOTSTRAP_KEY: "hunter3" });
    expect(text).toContain("POSTHORN_MASTER_KEY must be the base64 of 32 bytes");
    expect(text).toContain("POSTHORN_BOOTSTRAP_KEY must be");
    expect(text).not.toContain("hunter");
  });

  test("a master key and a file of one contradict each other", () => {
    const masterKey = Buffer.alloc(32, 7).toString("base64");
    expect(problemsOf({}, { POSTHORN_MASTER_KEY: masterKey, POSTHORN_MASTER_KEY_FILE: "k" })).toContain(
      "both set",
    );
  });

  test("a variable that is not ours is a warning that names the nearest one", () => {
    const { warnings } = loadConfig(
      {},
      { POSTHORN_LISTN: "x", POSTHORN_SERVICE_HOST: "10.1.2.3", HOME: "/" },
    );
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain("did you mean POSTHORN_LISTEN?");
    expect(warnings[1]).toContain("POSTHORN_SERVICE_HOST is not a setting");
  });
});

describe("--dev", () => {
  test("opens http and loopback, and writes readable lines", () => {
    const { config } = loadConfig({ dev: true }, {});
    expect(config).toMatchObject({
      isDev: true,
      allowHttp: true,
      allowNetworks: ["127.0.0.0/8", "::1/128"],
      logFormat: "text",
    });
  });

  test("adds to networks that are given, and leaves a given log format alone", () => {
    const { config } = loadConfig(
      { dev: true, "log-format": "json" },
      { POSTHORN_ALLOW_NETWORKS: "10.0.0.0/8" },
    );
    expect(config.allowNetworks).toEqual(["10.0.0.0/8", "127.0.0.0/8", "::1/128"]);
    expect(config.logFormat).toBe("json");
  });
});

test("the effective settings are shown with their origin and without secrets", () => {
  const masterKey = Buffer.alloc(32, 7).toString("base64");
  const rows = describeConfig(
    loadConfig(
      { listen: "[::1]:80" },
      { POSTHORN_MASTER_KEY: masterKey, POSTHORN_EGRESS_PROXY: "http://user:pass@proxy:3128" },
    ),
  );
  const shown = JSON.stringify(rows);
  expect(shown).not.toContain(masterKey);
  expect(shown).not.toContain("pass");
  expect(rows).toContainEqual({
    variable: "POSTHORN_MASTER_KEY",
    value: "[redacted]",
    origin: "POSTHORN_MASTER_KEY",
  });
  expect(rows).toContainEqual({ variable: "POSTHORN_LISTEN", value: "[::1]:80", origin: "--listen" });
  expect(shown).toContain("http://[redacted]@proxy:3128");
});
