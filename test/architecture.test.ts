import { describe, expect, test } from "bun:test";
import { dirname, join, normalize } from "node:path";

interface SourceFile {
  path: string;
  text: string;
  imports: string[];
}

const root = join(import.meta.dir, "..");

/** What each folder of `src` may import from: other folders, and packages that have one home. */
const mayImport: Record<string, readonly string[]> = {
  domain: ["domain"],
  platform: ["platform", "domain"],
  signing: ["signing", "domain", "platform"],
  sources: ["sources", "domain", "platform"],
  "json-schema": ["json-schema", "domain", "platform"],
  store: ["store", "domain", "platform"],
  "store/sqlite": ["store/sqlite", "store", "json-schema", "domain", "platform", "migrations"],
  delivery: ["delivery", "store", "signing", "domain", "platform"],
  monitoring: ["monitoring", "store", "signing", "domain", "platform"],
  operations: ["operations", "store", "signing", "sources", "json-schema", "domain", "platform"],
  http: ["http", "operations", "store", "signing", "sources", "domain", "platform", "dashboard"],
  dashboard: ["dashboard", "domain", "platform", "docs"],
  config: ["config", "platform"],
};

/** Files directly in `src`, and the folders at the top, wire everything: they may import all but what is said. */
const compositionLayers = ["main", "program", "cli", "app", "open-data", "version"];

/** Packages that appear in one place only, so that replacing one touches one folder. */
const homeOfPackage: Record<string, string> = {
  "bun:sqlite": "store/sqlite",
  "drizzle-orm": "store/sqlite",
  ajv: "json-schema",
  elysia: "http",
  "@elysiajs/swagger": "http",
  "swagger-ui-dist": "http",
  react: "dashboard",
  "@mantine/core": "dashboard",
  "@tanstack/react-query": "dashboard",
  recharts: "dashboard",
  re2js: "platform",
};

async function scan(folder: string): Promise<SourceFile[]> {
  const paths = [...new Bun.Glob("**/*.{ts,tsx}").scanSync(join(root, folder))]
    .filter((path) => !path.endsWith(".d.ts"))
    .sort();
  return Promise.all(
    paths.map(async (path) => {
      const text = await Bun.file(join(root, folder, path)).text();
      return { path: `${folder}/${path}`, text, imports: findImports(text) };
    }),
  );
}

/** Specifiers of `import … from`, `import type`, `export … from`, bare and dynamic imports. */
function findImports(text: string): string[] {
  const code = withoutComments(text);
  const patterns = [
    /\b(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']/g,
    /\bimport\s*["']([^"']+)["']/g,
    /\bimport\(\s*["']([^"']+)["']/g,
    /\bnew URL\(\s*["'](\.[^"']+\.ts)["']/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ""));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** `src/store/sqlite/x.ts` → `store/sqlite`; `src/app.ts` → `app`. */
function layerOf(path: string): string {
  const parts = path.replace(/^src\//, "").split("/");
  if (!path.startsWith("src/")) return parts[0] ?? "";
  if (parts.length === 1) return (parts[0] ?? "").replace(/\.ts$/, "");
  return parts[0] === "store" && parts[1] === "sqlite" && parts.length > 2
    ? "store/sqlite"
    : (parts[0] ?? "");
}

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

const sources = await scan("src");
const tests = await scan("test");
const scripts = await scan("scripts");

/** Lists what breaks a rule as `file: what`, so that a failure reads as a list of things to do. */
function findAll(files: readonly SourceFile[], judge: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => judge(file).map((what) => `${file.path}: ${what}`));
}

describe("layers", () => {
  test("imports point one way", () => {
    const broken = findAll(sources, (file) => {
      const layer = layerOf(file.path);
      if (compositionLayers.includes(layer)) return [];
      const allowed = mayImport[layer];
      return file.imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => layerOf(normalize(join(dirname(file.path), specifier))))
        .filter((target) => allowed !== undefined && !allowed.includes(target))
        .map((target) => `must not import ${target}`);
    });
    expect(broken).toEqual([]);
  });

  test("every folder has its place in the layers", () => {
    const unknown = sources
      .map((file) => layerOf(file.path))
      .filter((layer) => !(layer in mayImport) && !compositionLayers.includes(layer));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("the domain imports no package but zod", () => {
    const broken = findAll(
      sources.filter((file) => layerOf(file.path) === "domain"),
      (file) => file.imports.filter((specifier) => !specifier.startsWith(".") && specifier !== "zod"),
    );
    expect(broken).toEqual([]);
  });

  test("the database and the web framework each have one home", () => {
    const broken = findAll(sources, (file) =>
      file.imports.filter((specifier) => {
        const home = homeOfPackage[packageOf(specifier)];
        return home !== undefined && home !== layerOf(file.path);
      }),
    );
    expect(broken).toEqual([]);
  });

  test("only the command line and the composition root know the configuration", () => {
    const broken = findAll(sources, (file) => {
      if (["main", "cli", "app", "open-data", "config"].includes(layerOf(file.path))) return [];
      return file.imports.filter((specifier) => /(^|\/)config(\.ts|\/)/.test(specifier));
    });
    expect(broken).toEqual([]);
  });
});

describe("the world comes in as values", () => {
  const forbidden: [pattern: RegExp, home: (path: string) => boolean][] = [
    [/\bDate\.now\(/, (path) => path.startsWith("src/platform/")],
    [/\bnew Date\(\)/, (path) => path.startsWith("src/platform/")],
    [/\bperformance\.now\(/, (path) => path.startsWith("src/platform/")],
    [/\bMath\.random\(/, (path) => path.startsWith("src/platform/")],
    [/\b(?:setTimeout|setInterval|setImmediate)\(/, (path) => path.startsWith("src/platform/")],
    [/\bBun\.sleep/, () => false],
    [/\b(?:process|Bun)\.env\b/, (path) => path === "src/config.ts"],
    [/\bconsole\./, () => false],
  ];
  for (const [pattern, isHome] of forbidden) {
    test(`${pattern.source} stays where it belongs`, () => {
      const broken = sources
        .filter((file) => !isHome(file.path) && pattern.test(withoutComments(file.text)))
        .map((file) => file.path);
      expect(broken).toEqual([]);
    });
  }
});

describe("tidiness", () => {
  const all = [...sources, ...tests, ...scripts];

  test("no file is longer than 300 lines", () => {
    const long = findAll(all, (file) => {
      const lines = file.text.split("\n").length - 1;
      return lines > 300 ? [`${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });

  test("files are named in kebab case, and for what they hold", () => {
    const broken = all
      .map((file) => file.path)
      .filter((path) => {
        const name = path.split("/").at(-1) ?? "";
        const isVague = /^(utils?|helpers?|common|managers?|services?|types|misc|index)(\.test)?\.tsx?$/.test(
          name,
        );
        return isVague || !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.tsx?$/.test(name);
      });
    expect(broken).toEqual([]);
  });

  test("nothing is exported as default", () => {
    const broken = sources.filter((file) => /^export (default|\{[^}]*\bas default\b)/m.test(file.text));
    expect(broken.map((file) => file.path)).toEqual([]);
  });

  test("every import of a file names its extension", () => {
    const broken = findAll(all, (file) =>
      file.imports.filter(
        (specifier) =>
          specifier.startsWith(".") && !/\.(tsx?|json|sql|css|html|js|md|png|svg)$/.test(specifier),
      ),
    );
    expect(broken).toEqual([]);
  });

  test("no file only passes on what others export", () => {
    const barrels = sources.filter((file) => {
      const code = withoutComments(file.text).trim();
      return (
        code !== "" &&
        code.split(/;\s*\n?/).every((line) => line === "" || /^export\b[\s\S]*\bfrom\b/.test(line))
      );
    });
    expect(barrels.map((file) => file.path)).toEqual([]);
  });

  test("nothing is left to be done later", () => {
    const broken = findAll(
      all.filter((file) => file.path !== "test/architecture.test.ts"),
      (file) => [...file.text.matchAll(/\b(TODO|FIXME|XXX|HACK)\b/g)].map((match) => match[1] ?? ""),
    );
    expect(broken).toEqual([]);
  });
});
