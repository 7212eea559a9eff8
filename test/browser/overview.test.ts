import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

const anInternalProblem = { code: "internal", detail: "It broke.", errors: [], requestId: "req_1" };

describeInBrowser("the overview", ({ visit, stage }) => {
  test("on an empty instance says what to do", async () => {
    const { page, signIn, expectAccessible } = await visit({ width: 390, height: 844, colorScheme: "dark" });
    await signIn();
    await page.getByText("Add an endpoint and publish an event").waitFor();
    await page.getByText("No alerts").waitFor();
    await page.getByText("No endpoints yet").waitFor();
    await page.getByRole("link", { name: "Publish an event" }).waitFor();
    await expectAccessible();
    await page.getByRole("link", { name: "Add endpoint" }).click();
    await page.getByRole("heading", { name: "Add endpoint" }).waitFor();
  });

  test("counts what is delivered while one looks on", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    await signIn();
    await page.getByText("No deliveries in this time").waitFor();
    await server.call("POST", "/events", { type: "order.created", data: {} });
    await page.getByText("1 succeeded").waitFor();
    await page.getByText("None failed").waitFor();
    await page.getByText(/^Median of the latest hour; 9 of 10 within \d/).waitFor();
    await page.getByRole("cell", { name: "1", exact: true }).first().waitFor({ state: "attached" });
    await expectAccessible();
  });

  test("says that what is pending is not known, and tries again", async () => {
    const { page, signIn, expectAccessible } = await visit({ consoleMay: /500/ });
    let isBroken = true;
    // The one that is asked for without a beginning.
    const pending = (url: URL) => url.pathname === "/api/v1/stats" && !url.searchParams.has("since");
    await page.route(pending, (route) =>
      isBroken ? route.fulfill({ status: 500, json: anInternalProblem }) : route.continue(),
    );
    await signIn();
    await page.getByRole("alert").getByText("It broke.").waitFor();
    await expectAccessible();
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Nothing waits").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("names an endpoint that was disabled, says why, and enables it after a question", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    const receiver = aReceiver(stage, () => 410);
    const { body } = await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["*"],
      description: "Moved shop",
    });
    await server.call("POST", "/events", { type: "order.created", data: {} });
    const status = async () => (await server.call("GET", `/endpoints/${body.id}`)).body.status;
    await until(async () => (await status()) === "disabled");
    await signIn();
    await page.getByText("Disabled: the receiver answered 410 Gone.").waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Enable: Moved shop" }).click();
    const dialog = page.getByRole("dialog", { name: "Enable Moved shop?" });
    await dialog.waitFor();
    await expectAccessible();
    await dialog.getByRole("checkbox", { name: "Send what it missed" }).click();
    await dialog.getByRole("button", { name: "Enable endpoint" }).click();
    await page.getByText("Moved shop is enabled.").waitFor();
    await page.getByText("All endpoints are well").waitFor();
    expect(await status()).toBe("active");
  });

  test("names an endpoint that fails, and leads to its last error; the list finds it by its health", async () => {
    const { page, server, signIn, open } = await visit();
    const receiver = aReceiver(stage, () => 503);
    await server.call("POST", "/endpoints", { url: "https://well.example.com/in", eventTypes: ["other"] });
    const { body } = await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["order.*"],
      description: "Broken shop",
      retry: { preset: "none" },
      autoDisableAfter: null,
    });
    const events = Array.from({ length: 4 }, () => ({ type: "order.created", data: {} }));
    await server.call("POST", "/events/batch", { events });
    const state = async () => (await server.call("GET", `/endpoints/${body.id}`)).body.health.state;
    await until(async () => (await state()) === "failing");
    await signIn();
    await page.getByText("4 attempts in a row failed. The receiver answered 503.").waitFor();
    await page.getByText("4 failed for good").waitFor();
    const hour = page.getByRole("row").filter({ has: page.getByRole("cell", { name: "4", exact: true }) });
    await hour.waitFor({ state: "attached" });
    // The bars of what succeeded, then those of what failed upon them.
    await page.locator(".recharts-bar").nth(1).locator("path").first().waitFor();
    await page.getByRole("link", { name: "Look into it: Broken shop" }).click();
    await page.getByText(/^Last error /).waitFor();
    await open("/endpoints");
    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Failing" }).click();
    await page.getByRole("link", { name: "well.example.com", exact: true }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Broken shop" }).waitFor();
    expect(new URL(page.url()).search).toBe("?health=failing");
  });

  test("names five of those that are in trouble, and leads to all", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    const receiver = aReceiver(stage, () => 410);
    for (let number = 1; number <= 6; number++) {
      const spec = { url: receiver.url, eventTypes: ["*"], description: `Shop ${number}` };
      await server.call("POST", "/endpoints", spec);
    }
    await server.call("POST", "/events", { type: "order.created", data: {} });
    const disabled = async () => (await server.call("GET", "/endpoints?status=disabled")).body.data.length;
    await until(async () => (await disabled()) === 6);
    await signIn();
    await page.getByRole("link", { name: "Show all that are disabled" }).waitFor();
    expect(await page.getByRole("button", { name: /^Enable: Shop/ }).count()).toBe(5);
    await expectAccessible();
    await page.getByRole("link", { name: "Show all that are disabled" }).click();
    await page.getByRole("link", { name: "Shop 6" }).waitFor();
  });
});
