import { expect, test } from "bun:test";
import { join } from "node:path";
import { printSettingsHelp, printSettingsPage } from "../../src/config/reference.ts";
import { settingEntries } from "../../src/config/settings.ts";

test("docs/configuration.md is what the schema generates (bun run docs)", async () => {
  const page = await Bun.file(join(import.meta.dir, "../../docs/configuration.md")).text();
  expect(page).toBe(printSettingsPage());
});

test("the help names every variable and flag", () => {
  const help = printSettingsHelp();
  for (const [, { variable, flag }] of settingEntries) {
    expect(help).toContain(variable);
    if (flag) expect(help).toContain(`--${flag}`);
  }
});

test("every default is a value that its own schema takes", () => {
  for (const [, { schema, fallback }] of settingEntries) {
    if (fallback !== null) expect(schema.safeParse(fallback).success).toBe(true);
  }
});
