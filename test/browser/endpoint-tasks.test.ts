import { expect, test } from "bun:test";
import { describeInBrowser, type Visit } from "../support/browser.ts";
import { until } from "../support/until.ts";

/** A busy machine takes a while. */
const withinMs = 30_000;
const published = 1500;

/** A replay that stays under way: its endpoint is paused, and takes no more than 1,000 in advance. */
async function aReplayUnderWay({ server }: Visit): Promise<string> {
  const events = Array.from({ length: published / 2 }, () => ({ type: "order.created", data: {} }));
  for (let half = 0; half < 2; half++) await server.call("POST", "/events/batch", { events });
  const { body } = await server.call("POST", "/endpoints", {
    url: "https://hooks.example.com/in",
    eventTypes: ["*"],
    description: "CRM",
  });
  await server.call("POST", `/endpoints/${body.id}/pause`, {});
  await server.call("POST", `/endpoints/${body.id}/replay`, { since: "2000-01-01T00:00:00Z" });
  const queued = async () => (await server.call("GET", "/tasks")).body.data[0].progress.queued;
  await until(async () => (await queued()) === 1000, { withinMs });
  return body.id;
}

describeInBrowser("a recovery or replay under way", ({ visit }) => {
  test("shows how far it is; that it goes on, while that is not known", async () => {
    const window = await visit();
    const { page, server, signIn, open, expectAccessible } = window;
    const id = await aReplayUnderWay(window);
    const { body: viewer } = await server.call("POST", "/api-keys", { name: "looks on", role: "viewer" });
    await signIn(viewer.key);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open(`/endpoints/${id}`);
    const bar = page.getByRole("progressbar", { name: "Queued" });
    await bar.waitFor();
    expect(await bar.getAttribute("aria-valuenow")).toBeNull();
    await expectAccessible();
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await signIn();
    await page.getByText("1,000 queued, 0 passed over, of about 1,500").waitFor();
    expect(await bar.getAttribute("aria-valuenow")).toBe("67");
    await expectAccessible();
  });

  test("is stopped only after a question that says what is lost", async () => {
    const window = await visit();
    const { page, server, signIn, open, expectAccessible } = window;
    const id = await aReplayUnderWay(window);
    const status = async () => (await server.call("GET", "/tasks")).body.data[0].status;
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open(`/endpoints/${id}`);
    await page.getByRole("button", { name: "Stop" }).click();
    const dialog = page.getByRole("dialog", { name: "Stop the replay to CRM?" });
    await dialog.getByText("The 1,000 that it has queued are sent all the same").waitFor();
    await expectAccessible();
    await dialog.getByRole("button", { name: "Let it go on" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await status()).toBe("running");
    await page.getByRole("button", { name: "Stop" }).click();
    await dialog.getByRole("button", { name: "Stop replay" }).click();
    await page.getByText("The replay is stopped.").waitFor();
    expect(await status()).toBe("canceled");
  });
});
