import { expect, test } from "bun:test";
import type { Page, Request } from "playwright-core";
import { pagePaths } from "../../src/dashboard/paths.ts";
import { describeInBrowser, type VisitOptions } from "../support/browser.ts";
import type { Server, Stage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const looks: [name: string, look: VisitOptions][] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["light on a telephone", { width: 390, height: 844 }],
  ["dark on a telephone", { width: 390, height: 844, colorScheme: "dark" }],
];

/** A minute in steps of the shortest interval at which a page asks again. */
const steps = Array.from({ length: 12 });
const stepMs = 5000;

/** A busy machine takes long over a page: slow is not wrong. */
const withinMs = 45_000;

/** Each test walks over more than twenty pages. */
const walkMsMax = 400_000;

/** An organization that has something to show on every page; the addresses of all pages, with its things in them. */
async function anOrganization(server: Server, stage: Stage): Promise<string[]> {
  const receiver = aReceiver(stage, () => new Response('{"error":"no such customer"}', { status: 500 }));
  const make = async (path: string, body: object) => (await server.call("POST", path, body)).body;
  const { id: endpoint } = await make("/endpoints", {
    url: receiver.url,
    description: "Customer-relations-management-of-the-northern-branch, production",
    eventTypes: ["order.created", "order.paid", "invoice.*", "customer.account.address.changed"],
    headers: { "X-Environment": "production", "X-Api-Key": "secret" },
    filter: { amount: { $gte: 1 } },
    metadata: { team: "north" },
  });
  await server.call("PUT", "/event-types/order.created", {
    description: "A customer placed an order.",
    group: "Orders",
    example: { orderId: "order-1042", amount: 4990 },
    schema: { type: "object" },
  });
  const { id: source } = await make("/sources", {
    kind: "generic",
    name: "github",
    config: { preset: "github", secret: "it's a secret" },
  });
  await fetch(`${server.url}/in/${source}`, { method: "POST", body: "{}" });
  const { id: event } = await make("/events", {
    type: "order.created",
    data: { orderId: "order-1042", amount: 4990 },
    tags: ["crm", "north"],
  });
  await until(() => receiver.received.length > 0, { withinMs });
  const ids: Record<string, string> = { endpoints: endpoint, sources: source, events: event };
  return Object.values(pagePaths).map((path) =>
    path.replace(/^\/([a-z-]+)\/:\w+/, (_, what) => `/${what}/${ids[what] ?? "order.created"}`),
  );
}

/** What stands there is the page and no longer its skeleton. */
async function waitForPage(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  const isLoading = async () => (await page.getByRole("status", { name: /^Loading/ }).count()) > 0;
  await until(async () => !(await isLoading()), { withinMs });
}

describeInBrowser("every page", ({ visit, stage }) => {
  for (const [name, look] of looks) {
    test(
      `in ${name} has a title, no violation of accessibility, and nothing wider than the window`,
      async () => {
        const { page, server, open, signIn, expectAccessible } = await visit(look);
        const paths = await anOrganization(server, stage);
        await signIn();
        await page.getByRole("heading", { name: "Overview" }).waitFor();
        for (const path of paths) {
          await open(path);
          await waitForPage(page);
          const title = await page.getByRole("heading", { level: 1 }).textContent();
          const width = await page.evaluate("document.documentElement.scrollWidth");
          expect({ path, title: await page.title(), width }).toEqual({
            path,
            title: `${title} · Posthorn`,
            width: look.width ?? 1280,
          });
          await expectAccessible();
        }
      },
      walkMsMax,
    );
  }

  test(
    "asks for less than one thing a second, and for nothing while its window is hidden",
    async () => {
      const { page, server, open, signIn } = await visit();
      const paths = await anOrganization(server, stage);
      await page.clock.install();
      await signIn();
      await page.getByRole("heading", { name: "Overview" }).waitFor();
      let asked = 0;
      const underWay = new Set<Request>();
      page.on("request", (request) => {
        asked++;
        underWay.add(request);
      });
      page.on("requestfinished", (request) => underWay.delete(request));
      page.on("requestfailed", (request) => underWay.delete(request));
      const askedInAMinute = async () => {
        const before = asked;
        for (const _ of steps) {
          await page.clock.runFor(stepMs);
          await until(() => underWay.size === 0, { withinMs });
        }
        return asked - before;
      };
      for (const path of paths) {
        await open(path);
        await waitForPage(page);
        const inAMinute = await askedInAMinute();
        if (path === pagePaths.overview) expect(inAMinute).toBeGreaterThan(10);
        expect(`${path}: ${inAMinute < 60 ? "few" : inAMinute}`).toBe(`${path}: few`);
        await page.evaluate(`
        Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        window.dispatchEvent(new Event("visibilitychange"));
      `);
        expect(`${path}: ${await askedInAMinute()}`).toBe(`${path}: 0`);
      }
    },
    walkMsMax,
  );
});
