import { expect, test } from "bun:test";
import { describeInBrowser, type Visit } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

/** A page that is loaded by a busy machine takes a while. */
const withinMs = 15_000;

const anInternalProblem = { code: "internal", detail: "It broke.", errors: [], requestId: "req_1" };

const path = ({ page }: Visit) => new URL(page.url());

describeInBrowser("the message history", ({ visit, stage }) => {
  test("of a new instance says what to do", async () => {
    const { page, signIn, open, expectAccessible } = await visit({ width: 390, height: 844 });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/messages");
    await page.getByText("Nothing was sent yet").waitFor();
    await expectAccessible();
  });

  test("leads from a row to the payload, and the Back button back", async () => {
    const window = await visit();
    const { page, server, signIn, expectAccessible } = window;
    const receiver = aReceiver(stage, () => new Response("<b>thanks</b>\nsecond line", { status: 201 }));
    await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["*"],
      description: "CRM",
      headers: { Authorization: "Bearer of-the-receiver", "X-Env": "prod" },
    });
    await server.call("POST", "/events", {
      type: "order.created",
      data: { no: "A-1" },
      tags: ["web"],
    });
    await until(() => receiver.received.length === 1, { withinMs });
    await signIn();
    await page.getByRole("link", { name: "Message history" }).click();
    await page.getByText("<b>thanks</b>", { exact: true }).waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "order.created", exact: true }).click();
    const panel = page.getByRole("dialog", { name: "Delivery of order.created" });
    await panel.getByRole("region", { name: "Request body" }).getByText('"A-1"').waitFor();
    await panel.getByText("second line").waitFor();
    await panel.getByText("Response headers").click();
    await panel.getByText("content-type", { exact: true }).first().waitFor();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await panel.getByRole("button", { name: "Copy as curl" }).click();
    const copied = () => page.evaluate<string>("navigator.clipboard.readText()");
    await until(async () => (await copied()).startsWith(`curl -X POST '${receiver.url}`), { withinMs });
    expect(await copied()).toContain("-H 'Authorization: <left out>'");
    await panel.getByRole("link", { name: "web" }).waitFor();
    await panel.getByText("Request headers").click();
    await panel.getByText("hidden: it is sensitive").waitFor();
    await panel.getByText("prod", { exact: true }).waitFor();
    expect(await panel.textContent()).not.toContain("of-the-receiver");
    expect(path(window).searchParams.get("attempt")).toStartWith("att_");
    await expectAccessible();
    const link = page.url();
    await page.goBack();
    await panel.waitFor({ state: "hidden" });
    await page.goto(link);
    await panel.getByRole("region", { name: "Request body" }).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    expect(path(window).search).toBe("");
    const row = page.getByRole("button", { name: "order.created", exact: true });
    await row.press("Enter");
    await panel.getByRole("region", { name: "Request body" }).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
    const focused = () => page.evaluate<string>("document.activeElement.textContent");
    await until(async () => (await focused()) === "order.created", { withinMs });
  });

  test("sends a delivery again, from its row and from its payload", async () => {
    const { page, server, signIn, open } = await visit();
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    await server.call("POST", "/events", { id: "order-1", type: "order.created", data: {} });
    await until(() => receiver.received.length === 1, { withinMs });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/messages");
    await page.getByRole("button", { name: "Actions: order.created, order-1" }).click();
    await page.getByRole("menuitem", { name: "Resend" }).click();
    await page.getByText("order.created is sent again.").waitFor();
    await until(() => receiver.received.length === 2, { withinMs });
    await page.getByRole("cell", { name: /Sent again by hand/ }).waitFor();
    await page.getByRole("button", { name: "order.created", exact: true }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: "Resend" }).click();
    await until(() => receiver.received.length === 3, { withinMs });
    await page.getByRole("dialog").getByText("Sent again by hand").waitFor();
    expect(receiver.received.map(({ id }) => id)).toEqual(["order-1", "order-1", "order-1"]);
  });

  test("of a pending delivery says when the next attempt is, makes it now, and cancels the rest", async () => {
    const { page, server, signIn, open, expectAccessible } = await visit({ colorScheme: "dark" });
    const receiver = aReceiver(stage, () => 503);
    await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["*"],
      retry: { delaysSeconds: [3600, 3600] },
    });
    await server.call("POST", "/events", { type: "order.created", data: {} });
    const deliveries = async () => (await server.call("GET", "/deliveries")).body.data;
    await until(async () => (await deliveries())[0]?.attemptCount === 1, { withinMs });
    const [{ id }] = await deliveries();
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open(`/messages?delivery=${id}`);
    const panel = page.getByRole("dialog", { name: "Delivery of order.created" });
    await panel.getByText("Attempt 2 of 3").waitFor();
    // An hour, a tenth more or less.
    await panel.getByText(/^Next in (5\d min|1 h)/).waitFor();
    await expectAccessible();
    await panel.getByRole("button", { name: "Send now" }).click();
    await panel.getByText("Attempt 3 of 3").waitFor();
    expect(receiver.received).toHaveLength(2);
    await panel.getByRole("button", { name: "Cancel delivery" }).click();
    const question = page.getByRole("dialog", { name: "Cancel this delivery of order.created?" });
    await question.getByRole("button", { name: "Cancel delivery" }).click();
    await panel.getByText("Canceled by hand.").waitFor();
    await panel.getByText("Attempt 3 of 3").waitFor({ state: "hidden" });
  });

  test("is narrowed by what stands in the address", async () => {
    const window = await visit();
    const { page, server, signIn, open } = window;
    const good = aReceiver(stage);
    const bad = aReceiver(stage, () => 500);
    await server.call("POST", "/endpoints", { url: good.url, eventTypes: ["*"], description: "Good" });
    await server.call("POST", "/endpoints", {
      url: bad.url,
      eventTypes: ["*"],
      description: "Bad",
      retry: { preset: "none" },
    });
    await server.call("POST", "/events", { type: "order.created", data: {} });
    await until(() => good.received.length + bad.received.length === 2, { withinMs });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/messages");
    const rows = page.getByRole("table", { name: "Message history" }).getByRole("row");
    await until(async () => (await rows.count()) === 3, { withinMs });
    await page.getByLabel("Response").selectOption("5xx");
    await until(async () => (await rows.count()) === 2, { withinMs });
    await page.getByRole("cell", { name: "Bad" }).waitFor();
    expect(path(window).searchParams.get("status")).toBe("5xx");
    await page.getByLabel("Time").selectOption("1h");
    await page.getByRole("combobox", { name: "Event type" }).fill("order.paid");
    await page.getByText("No attempt matches").waitFor();
    expect(Object.fromEntries(path(window).searchParams)).toEqual({
      status: "5xx",
      span: "1h",
      type: "order.paid",
    });
    await page.reload();
    await page.getByText("No attempt matches").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).first().click();
    await until(async () => (await rows.count()) === 3, { withinMs });
    expect(path(window).search).toBe("");
    await page.getByLabel("Outcome").selectOption("Answered with an error");
    await until(async () => (await rows.count()) === 2, { withinMs });
    expect(path(window).search).toBe("?outcome=http_error");
    await page.getByLabel("Outcome").selectOption("Any");
    await until(async () => (await rows.count()) === 3, { withinMs });
    await page.getByRole("combobox", { name: "Endpoint" }).click();
    await page.getByRole("option", { name: "Good" }).click();
    await until(async () => (await rows.count()) === 2, { withinMs });
    expect(path(window).searchParams.get("endpoint")).toStartWith("ep_");
  });

  test("says that what it can be narrowed to is not known, and tries again", async () => {
    const { page, server, signIn, open, expectAccessible } = await visit({ consoleMay: /500/ });
    await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
      description: "CRM",
    });
    let isBroken = true;
    await page.route(/\/api\/v1\/(endpoints|event-types)\?/, (route) =>
      isBroken ? route.fulfill({ status: 500, json: anInternalProblem }) : route.continue(),
    );
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/messages");
    const problems = page.getByRole("search").getByRole("alert");
    await until(async () => (await problems.count()) === 2, { withinMs });
    await expectAccessible();
    const endpoint = page.getByRole("combobox", { name: "Endpoint" });
    await endpoint.click();
    await page.getByText("The list could not be loaded").waitFor();
    await endpoint.press("Escape");
    isBroken = false;
    for (let left = 2; left > 0; left--) {
      await problems.getByRole("button", { name: "Try again" }).first().click();
      await until(async () => (await problems.count()) === left - 1, { withinMs });
    }
    await endpoint.click();
    await page.getByRole("option", { name: "CRM" }).waitFor();
  });

  test("shows of long ids the end, in which those of one moment differ", async () => {
    const { page, server, signIn, open } = await visit();
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    const id = "order-of-the-21st-of-november-2026-number-1";
    await server.call("POST", "/events", { id, type: "order.created", data: {} });
    await until(() => receiver.received.length === 1, { withinMs });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/messages");
    const shown = page.getByRole("cell").getByText(id, { exact: true });
    const [text, room] = await Promise.all([shown.boundingBox(), shown.locator("..").boundingBox()]);
    if (text === null || room === null) throw new Error("the id is not there");
    expect(text.width).toBeGreaterThan(room.width);
    expect(text.x + text.width).toBeCloseTo(room.x + room.width, 0);
  });

  test("goes on from page to page", async () => {
    const { page, server, signIn, open } = await visit({ width: 390, height: 844, colorScheme: "dark" });
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    const events = Array.from({ length: 30 }, (_, n) => ({ id: `n-${n}`, type: "order.created", data: {} }));
    await server.call("POST", "/events/batch", { events });
    await until(async () => (await server.call("GET", "/attempts?limit=100")).body.data.length === 30, {
      withinMs,
    });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/messages");
    await page.getByText("Page 1").waitFor();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("Page 2").waitFor();
    const rows = page.getByRole("table", { name: "Message history" }).locator("tbody tr");
    await until(async () => (await rows.count()) === 5, { withinMs });
    expect(await page.getByRole("button", { name: "Next" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Previous" }).click();
    await until(async () => (await rows.count()) === 25, { withinMs });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  test("of a delivery that does not exist says so, and tries again", async () => {
    const { page, signIn, open } = await visit({ consoleMay: /404/ });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/messages?delivery=dlv_none");
    const panel = page.getByRole("dialog", { name: "Delivery" });
    await panel.getByText("The delivery could not be loaded").waitFor();
    await panel.getByRole("button", { name: "Try again" }).waitFor();
  });
});
