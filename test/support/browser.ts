import { afterAll, afterEach, describe, expect } from "bun:test";
import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { operatorKey, type ServeOptions, type Server, type Stage, useStage } from "./posthorn-process.ts";

/** Set where a browser must be there, as in the continuous integration: without one the tests fail instead of being skipped. */
export const browserTestsVariable = "POSTHORN_BROWSER_TESTS";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].filter((place) => place !== undefined);

/** A busy machine takes long over a page: slow is not wrong. */
const stepMsMax = 45_000;

const executablePath = places.find((place) => existsSync(place)) ?? null;

/** A window on the dashboard of a server of its own. */
export interface Visit {
  server: Server;
  page: Page;
  /** Goes to a page of the dashboard and waits until nothing is on its way. */
  open(path: string): Promise<void>;
  /** Signs in by the form, with the operator's key unless told otherwise. */
  signIn(key?: string): Promise<void>;
  /** Fails on any violation that axe-core finds in what is shown now. */
  expectAccessible(): Promise<void>;
}

export interface VisitOptions {
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  /** What the console may say beside nothing: a request that is refused on purpose is an error there. */
  consoleMay?: RegExp;
  /** How its server is started. */
  serve?: ServeOptions;
}

/** How a test gets its windows and, with `stage`, servers and receivers. */
export interface BrowserStage {
  stage: Stage;
  /** Starts a server, and a window on it. */
  visit(options?: VisitOptions): Promise<Visit>;
}

/**
 * Tests in a real browser. Each test fails, whatever it is about, when its window asked another host for anything or an
 * error stood in its console. Skipped, and said so, where no Chromium is found.
 */
export function describeInBrowser(name: string, tests: (browser: BrowserStage) => void): void {
  if (executablePath === null && process.env[browserTestsVariable] === undefined) {
    describe.skip(`${name} (no Chromium here: install it, or name one with CHROMIUM=…)`, () =>
      tests(stageOf()));
    return;
  }
  describe(name, () => tests(stageOf()));
}

function stageOf(): BrowserStage {
  let launched: Promise<Browser> | null = null;
  const watched: { context: BrowserContext; trouble: string[] }[] = [];

  afterEach(async () => {
    const ended = watched.splice(0);
    for (const { context } of ended) await context.close();
    for (const { trouble } of ended) expect(trouble).toEqual([]);
  });
  afterAll(async () => {
    await (await launched)?.close();
  });

  // Behind our own: a window closes before its server goes.
  const stage = useStage();
  return {
    stage,
    async visit({ width = 1280, height = 800, colorScheme = "light", consoleMay, serve = {} } = {}) {
      // One that broke down with a test must not take the next ones with it.
      if (!(await launched)?.isConnected()) launched = launch();
      const [browser, server] = await Promise.all([launched as Promise<Browser>, stage.serve(serve)]);
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width, height },
        colorScheme,
        reducedMotion: "reduce",
      });
      context.setDefaultTimeout(stepMsMax);
      const page = await context.newPage();
      watched.push({ context, trouble: watch(page, server, consoleMay) });
      return visitOf(page, server);
    },
  };
}

function launch(): Promise<Browser> {
  if (executablePath === null) {
    throw new Error(
      `${browserTestsVariable} is set, and no Chromium is found: install it, or name one with CHROMIUM=…`,
    );
  }
  // Without its sandbox, because build machines run as root; it opens our own page alone.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

/** Collects what no visit may have: errors in the console, and requests to another host. */
function watch(page: Page, server: Server, consoleMay: RegExp | undefined): string[] {
  const trouble: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !consoleMay?.test(text)) trouble.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => trouble.push(`thrown: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.url}/`) && !url.startsWith("data:") && !url.startsWith("blob:")) {
      trouble.push(`asked another host: ${url}`);
    }
  });
  return trouble;
}

function visitOf(page: Page, server: Server): Visit {
  return {
    server,
    page,
    async open(path) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
    },
    async signIn(key = operatorKey) {
      if (page.url() === "about:blank") await page.goto("/");
      await page.getByRole("textbox", { name: "API key" }).fill(key);
      await page.getByRole("button", { name: "Sign in" }).click();
    },
    async expectAccessible() {
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const found = await (globalThis as unknown as { axe: typeof axe }).axe.run();
        return found.violations.map(({ id, help, nodes }) => ({
          id,
          help,
          nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`),
        }));
      });
      expect(violations).toEqual([]);
    },
  };
}
