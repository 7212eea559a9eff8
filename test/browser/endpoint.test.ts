import { expect, test } from "bun:test";
import { describeInBrowser, type Visit } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const anInternalProblem = { code: "internal", detail: "It broke.", errors: [], requestId: "req_1" };

/** A busy machine takes a while. */
const withinMs = 15_000;

/** Signs in and goes to the endpoint's page. */
async function look({ page, signIn, open }: Visit, id: string, key?: string): Promise<void> {
  await signIn(key);
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await open(`/endpoints/${id}`);
}

describeInBrowser("an endpoint's page", ({ visit, stage }) => {
  test("shows how it fares: figures, charts, no errors, and what was sent", async () => {
    const window = await visit();
    const { page, server, expectAccessible } = window;
    const receiver = aReceiver(stage, () => new Response("taken"));
    const { body } = await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["order.*"],
      description: "CRM",
    });
    await server.call("POST", "/events", { type: "order.created", data: {} });
    await until(async () => (await server.call("GET", "/attempts")).body.data.length === 1, { withinMs });
    await look(window, body.id);
    await page.getByRole("heading", { name: "CRM" }).waitFor();
    await page.getByText("No recent delivery errors").waitFor();
    await page.getByText("100 %").waitFor();
    await page.getByText("1 attempt").waitFor();
    await page.getByRole("cell", { name: /^order\.created/ }).waitFor();
    await page.getByRole("table", { name: "Response time by hour" }).waitFor({ state: "attached" });
    await page.getByText(/^Standard: 8 attempts over 1 d 3 h/).waitFor();
    expect(await page.title()).toBe("CRM · Posthorn");
    await expectAccessible();
  });

  test("tests a disabled endpoint with a chosen type, and shows the answer", async () => {
    const window = await visit({ colorScheme: "dark" });
    const { page, server, expectAccessible } = window;
    let status = 503;
    const receiver = aReceiver(stage, () => new Response("whatever it says", { status }));
    const { body } = await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["order.*"],
      description: "Shop",
    });
    await server.call("POST", `/endpoints/${body.id}/disable`, {});
    await server.call("PUT", "/event-types/order.created", {
      description: "An order came in",
      example: { orderId: "A-1" },
    });
    await look(window, body.id);
    await page.getByRole("button", { name: "Send test event" }).click();
    const dialog = page.getByRole("dialog", { name: "Send a test event to Shop" });
    await dialog.getByRole("combobox", { name: "Event type" }).click();
    await page.getByRole("option", { name: "order.created" }).click();
    await dialog.getByRole("button", { name: "Send test event" }).click();
    await dialog.getByText("The receiver did not take it").waitFor();
    status = 200;
    // By the keyboard: the focus stays on the button that was pressed.
    await page.locator(":focus", { hasText: "Send again" }).waitFor();
    await page.keyboard.press("Enter");
    await dialog.getByText("The receiver took it").waitFor();
    await dialog.getByText("whatever it says").waitFor();
    await expectAccessible();
    expect(receiver.received.at(-1)?.body).toContain('{"orderId":"A-1"}');
    await dialog.getByRole("button", { name: "Show payload" }).click();
    const panel = page.getByRole("dialog", { name: "Delivery of order.created" });
    await panel.getByText('"A-1"').waitFor();
    expect(await panel.getByRole("button", { name: "Resend" }).count()).toBe(0);
  });

  test("that was disabled says why, and is enabled with what it missed", async () => {
    const window = await visit({ colorScheme: "dark" });
    const { page, server, expectAccessible } = window;
    let status = 410;
    const receiver = aReceiver(stage, () => status);
    const { body } = await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["order.*"] });
    await server.call("POST", "/events", { type: "order.created", data: {} });
    const current = async () => (await server.call("GET", `/endpoints/${body.id}`)).body.status;
    await until(async () => (await current()) === "disabled", { withinMs });
    await server.call("POST", "/events", { id: "missed", type: "order.created", data: {} });
    status = 200;
    await look(window, body.id);
    await page.getByText("Disabled because the receiver answered 410 Gone").waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Enable", exact: true }).click();
    // The list of recoveries is read at once, long before it would be by itself.
    const listed = page.waitForRequest(/\/api\/v1\/tasks\?/, { timeout: 15_000 });
    await page.getByRole("button", { name: "Enable endpoint" }).click();
    await listed;
    await page.getByText(/^Recovery of/).waitFor();
    await page.getByRole("button", { name: "Disable" }).waitFor();
    expect(await current()).toBe("active");
    await until(() => receiver.received.some(({ id }) => id === "missed"), { withinMs });
    await page.getByText("No recent delivery errors").waitFor();
  });

  test("pauses, resumes and, after a question that names it, disables", async () => {
    const window = await visit();
    const { page, server } = window;
    const { body } = await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
      description: "CRM",
    });
    const current = async () => (await server.call("GET", `/endpoints/${body.id}`)).body.status;
    await look(window, body.id);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: /^Pause/ }).click();
    await page.getByText("0 deliveries wait until it is resumed.").waitFor();
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Resume" }).click();
    await page.getByText("CRM goes on.").waitFor();
    expect(await current()).toBe("active");
    await page.getByRole("button", { name: "Disable" }).click();
    const dialog = page.getByRole("dialog", { name: "Disable CRM?" });
    await dialog.getByRole("button", { name: "Disable endpoint" }).click();
    await page.getByText(/^Disabled by hand/).waitFor();
    expect(await current()).toBe("disabled");
  });

  test("recovers what failed, after it has been counted", async () => {
    const window = await visit({ consoleMay: /500/ });
    const { page, server, expectAccessible } = window;
    let isBroken = true;
    const receiver = aReceiver(stage, () => (isBroken ? 500 : 200));
    const { body } = await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["*"],
      description: "CRM",
      retry: { preset: "none" },
      autoDisableAfter: null,
    });
    const events = Array.from({ length: 7 }, () => ({ type: "order.created", data: {} }));
    await server.call("POST", "/events/batch", { events });
    const failed = async () => (await server.call("GET", "/deliveries?status=failed")).body.data.length;
    await until(async () => (await failed()) === 7, { withinMs });
    isBroken = false;
    await look(window, body.id);
    await page.getByText("The receiver answered 500").first().waitFor();
    const counts = `**/api/v1/endpoints/${body.id}/recover`;
    await page.route(counts, (route) => route.fulfill({ status: 500, json: anInternalProblem }));
    await page.getByRole("button", { name: "Recover failed" }).click();
    const dialog = page.getByRole("dialog", { name: "Recover what failed at CRM" });
    await dialog.getByText("The count could not be loaded").waitFor();
    await page.unroute(counts);
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByText("7 events will be sent, behind what is new.").waitFor();
    await dialog.getByLabel("Time", { exact: true }).selectOption("between");
    await dialog.getByLabel("Until").fill("2026-01-01T00:00");
    await dialog.getByText("Nothing failed in this time.").waitFor();
    await dialog.getByLabel("Time", { exact: true }).selectOption("1h");
    await dialog.getByText("7 events will be sent, behind what is new.").waitFor();
    await expectAccessible();
    await dialog.getByRole("button", { name: "Recover 7" }).click();
    await dialog.getByText("Done: 7 queued").waitFor();
    await page.locator(":focus", { hasText: "Close" }).waitFor();
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await until(() => receiver.received.length === 14, { withinMs });
    await page.getByText(/^7 queued, 0 passed over/).waitFor();
    await page.getByRole("button", { name: "Recover failed" }).click();
    await dialog.getByText("Nothing is left to send; 7 have arrived, or are on the way.").waitFor();
    expect(await dialog.getByRole("button", { name: "Recover" }).isDisabled()).toBe(true);
  });

  test("replays to a new endpoint what was published before it was there", async () => {
    const window = await visit();
    const { page, server } = window;
    const receiver = aReceiver(stage);
    await server.call("POST", "/events", { type: "order.created", data: {} });
    await server.call("POST", "/events", { type: "order.paid", data: {} });
    const { body } = await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["*"],
      description: "Late",
    });
    await look(window, body.id);
    await page.getByText("Nothing was sent to it yet").waitFor();
    await page.getByRole("button", { name: "Replay", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Replay events to Late" });
    await dialog.getByText("2 events will be sent").waitFor();
    await dialog.getByRole("combobox", { name: "Event types" }).fill("order.paid");
    await page.keyboard.press("Enter");
    await dialog.getByText("1 event will be sent").waitFor();
    await dialog.getByRole("button", { name: "Replay 1" }).click();
    await dialog.getByText("Done: 1 queued").waitFor();
    await until(() => receiver.received.length === 1, { withinMs });
    expect(receiver.received[0]?.body).toContain('"order.paid"');
  });

  test("deletes it after a question that names it", async () => {
    const window = await visit({ width: 390, height: 844 });
    const { page, server, expectAccessible } = window;
    const { body } = await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/a/rather/long/path/that/must/wrap/somewhere?token=0123456789",
      eventTypes: ["*"],
      description: "Old CRM",
    });
    await look(window, body.id);
    await page.getByRole("button", { name: "Delete Old CRM" }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await expectAccessible();
    await page.getByRole("button", { name: "Delete Old CRM" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete Old CRM?" });
    await dialog.getByRole("button", { name: "Delete endpoint" }).click();
    await page.waitForURL("**/endpoints");
    expect((await server.call("GET", `/endpoints/${body.id}`)).status).toBe(404);
  });

  test("offers a viewer neither the secret nor a change", async () => {
    const window = await visit();
    const { page, server, expectAccessible } = window;
    const { body } = await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
      description: "CRM",
    });
    const { body: viewer } = await server.call("POST", "/api-keys", { name: "looks on", role: "viewer" });
    await look(window, body.id, viewer.key);
    await page.getByText("Keys of this role do not see it.").waitFor();
    for (const name of ["Disable", "Send test event", "Recover failed", "Replay", "Rotate", "Delete CRM"]) {
      expect(await page.getByRole("button", { name }).count()).toBe(0);
    }
    await expectAccessible();
  });

  test("that is not there says so", async () => {
    const window = await visit({ consoleMay: /404/ });
    await look(window, "ep_none");
    await window.page.getByText("The endpoint could not be loaded").waitFor();
    await window.page.getByRole("button", { name: "Try again" }).waitFor();
  });
});
