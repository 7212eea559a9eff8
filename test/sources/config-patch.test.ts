import { describe, expect, test } from "bun:test";
import { hiddenConfig, missingSecrets, patchedConfig } from "../../src/sources/config-patch.ts";

interface Config {
  verifyToken: string;
  appSecrets: string[];
  includeRaw: boolean;
}

/** Two secrets in a list, and a token that admins may see. */
const adapter = {
  config: {
    redacted: (config: object) => ({
      ...config,
      appSecrets: (config as Config).appSecrets.map(() => "[redacted]"),
    }),
    adminsOnly: ["verifyToken"],
  },
};
const stored: Config = { verifyToken: "token", appSecrets: ["one", "two"], includeRaw: true };

describe("a patched configuration", () => {
  test("keeps a secret in the place where [redacted] is sent back, and replaces a list whole", () => {
    const patched = (appSecrets: unknown) => patchedConfig(adapter, stored, { appSecrets }).appSecrets;
    expect(patched(["[redacted]", "new"])).toEqual(["one", "new"]);
    expect(patched(["new", "[redacted]"])).toEqual(["new", "two"]);
    expect(patched(["[redacted]"])).toEqual(["one"]);
    expect(patched("[redacted]")).toBe("[redacted]");
  });

  test("finds what [redacted] cannot mean", () => {
    const config = patchedConfig(adapter, stored, { appSecrets: ["[redacted]", "b", "[redacted]"] });
    expect(config.appSecrets).toEqual(["one", "b", "[redacted]"]);
    expect(missingSecrets(adapter.config.redacted(config), config)).toEqual([
      { path: "appSecrets.2", message: expect.stringContaining("there is none") },
    ]);
  });

  test("keeps what is for admins alone as well, and takes away what is null", () => {
    expect(patchedConfig(adapter, stored, { verifyToken: "[redacted]", includeRaw: null })).toEqual({
      verifyToken: "token",
      appSecrets: ["one", "two"],
    });
  });
});

test("a configuration is hidden with what is for admins alone", () => {
  expect(hiddenConfig(adapter, stored)).toEqual({
    verifyToken: "[redacted]",
    appSecrets: ["[redacted]", "[redacted]"],
    includeRaw: true,
  });
});
