import { printSettingsPage } from "../src/config/reference.ts";

await Bun.write(new URL("../docs/configuration.md", import.meta.url), printSettingsPage());
