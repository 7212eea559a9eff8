import { expect, test } from "bun:test";
import { systemClock } from "../../src/platform/clock.ts";
import { aFailure, anEndpoint, anEvent, aStore } from "../support/a-store.ts";
import { anAlertChange } from "../support/an-alert.ts";
import { describeInBrowser } from "../support/browser.ts";
import type { ServeOptions, Stage } from "../support/posthorn-process.ts";
import { served } from "../support/served-store.ts";
import { until } from "../support/until.ts";
import { VirtualClock } from "../support/virtual-clock.ts";

/** An instance whose endpoint fails since a minute: with three active alerts, and one that is over. */
async function anAlertedInstance(stage: Stage): Promise<ServeOptions> {
  const clock = new VirtualClock(systemClock.now() - 60_000);
  const data = stage.keep(await aStore({ clock }), ({ close }) => close());
  const { store, organizationId } = data;
  const nowMs = clock.now();
  const spec = { description: "CRM", url: "https://crm.example/in" };
  const { endpoint } = await store.createEndpoint(organizationId, anEndpoint({ nowMs, spec }));
  const { work } = await store.acceptEvent(organizationId, anEvent({ nowMs }));
  const [first] = work.due;
  if (first === undefined) throw new Error("an event without a delivery");
  // Without a recent attempt every alert ends.
  const attempt = aFailure(500, { startedAtMs: nowMs });
  const place = { delivery: first.key, endpoint: first.endpoint };
  await store.recordAttempt({ ...place, attempt, nowMs, jitter: 0, networkSuspect: false });
  const change = (...changes: ReturnType<typeof anAlertChange>[]) =>
    store.changeAlerts(first.endpoint, changes, clock.now());
  const { id } = endpoint;
  await change(
    anAlertChange(id, { threshold: 5 }),
    anAlertChange(id, { threshold: 10 }),
    anAlertChange(id, { kind: "latency" }),
    anAlertChange(id, { kind: "availability" }),
  );
  clock.stepWall(30_000);
  await change(anAlertChange(id, { kind: "availability", state: "DEACTIVATED" }));
  return served(data);
}

describeInBrowser("alerts", ({ visit, stage }) => {
  test("none yet: says what is watched", async () => {
    const { page, signIn, expectAccessible } = await visit({ width: 390, height: 844, colorScheme: "dark" });
    await page.goto("/alerts");
    await signIn();
    await page.getByText("No alert is active").waitFor();
    await page.getByText("No past alerts").waitFor();
    await expectAccessible();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  test("stand together by endpoint, the worst of each kind, with what helps and the way to it", async () => {
    const { page, signIn, expectAccessible } = await visit({ serve: await anAlertedInstance(stage) });
    await page.goto("/alerts");
    await signIn();
    const active = page.getByRole("table", { name: "Active alerts" });
    await active.getByRole("link", { name: "CRM" }).waitFor();
    await active.getByText("Error rate above 10 %").waitFor();
    expect(await active.getByText("Error rate above 5 %").count()).toBe(0);
    await active.getByText("Slowest tenth above 1 s").waitFor();
    await active.getByText("The receiver answers with an error status.").waitFor();
    const past = page.getByRole("table", { name: "Past alerts" });
    await past.getByText("Availability below 90 %").waitFor();
    await past.getByText("30 s").waitFor();
    await expectAccessible();
    await active.getByRole("link", { name: "Show failures: Error rate above 10 %" }).click();
    await page.getByRole("heading", { name: "Message history" }).waitFor();
    expect(new URL(page.url()).searchParams.get("outcome")).toBe("http_error");
    const endpoint = page.getByRole("combobox", { name: "Endpoint" });
    await until(async () => (await endpoint.inputValue()) === "CRM");
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await page.getByText(/^Error rate above 10 % · began /).waitFor();
    await page.getByText(/^Availability below 90 % · began .*, over /).waitFor();
    expect(await page.getByText("Error rate above 5 %").count()).toBe(0);
  });
});
