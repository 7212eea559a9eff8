import { expect, test } from "bun:test";
import { parseExactly } from "../../src/domain/json-text.ts";
import { describeInBrowser } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

describeInBrowser("events", ({ visit, stage }) => {
  test("on an empty instance say what to do, and lead to publishing", async () => {
    const { page, signIn, expectAccessible } = await visit({ width: 390, height: 844, colorScheme: "dark" });
    await page.goto("/events");
    await signIn();
    await page.getByText("No events yet").waitFor();
    await expectAccessible();
    await page.getByRole("link", { name: "Publish the first one" }).click();
    await page.getByRole("heading", { name: "Publish an event" }).waitFor();
  });

  test("are narrowed by type, tag and time, and the address says to what", async () => {
    const { page, server, signIn, open, expectAccessible } = await visit();
    await server.call("POST", "/events", { type: "order.created", data: {}, id: "order-1", tags: ["web"] });
    await server.call("POST", "/events", { type: "order.paid", data: {}, id: "order-2", tags: ["shop"] });
    await page.goto("/events");
    await signIn();
    const list = page.getByRole("table", { name: "Events" });
    await list.getByText("order-1").waitFor();
    await expectAccessible();
    await page.getByRole("combobox", { name: "Event type" }).fill("order.paid");
    await list.getByText("order-1").waitFor({ state: "detached" });
    await list.getByText("order-2").waitFor();
    expect(new URL(page.url()).search).toBe("?type=order.paid");
    await page.getByRole("textbox", { name: "Tag" }).fill("web");
    await page.getByText("No event matches").waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await list.getByText("order-1").waitFor();
    await page.getByRole("combobox", { name: "Time" }).selectOption("1h");
    await list.getByRole("link", { name: "web" }).click();
    await list.getByText("order-2").waitFor({ state: "detached" });
    await open("/events?since=2000-01-01T00%3A00&until=2000-01-02T00%3A00");
    await page.getByText("No event matches").waitFor();
    expect(await page.getByLabel("From").inputValue()).toBe("2000-01-01T00:00");
  });

  test("go page by page", async () => {
    const { page, server, signIn } = await visit();
    const events = Array.from({ length: 30 }, (_, n) => ({
      type: "order.created",
      data: {},
      id: `order-${n}`,
    }));
    await server.call("POST", "/events/batch", { events });
    await page.goto("/events");
    await signIn();
    const list = page.getByRole("table", { name: "Events" });
    await list.getByText("order-29", { exact: true }).waitFor();
    expect(await list.getByText("order-4", { exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "Next" }).click();
    await list.getByText("order-4", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Previous" }).click();
    await list.getByText("order-29", { exact: true }).waitFor();
  });

  test("show up while one looks on", async () => {
    const { page, server, signIn } = await visit();
    await page.goto("/events");
    await signIn();
    await page.getByText("No events yet").waitFor();
    await server.call("POST", "/events", { type: "order.created", data: {}, id: "newest" });
    await page.getByText("newest", { exact: true }).waitFor();
  });

  test("one shows its data and each endpoint's delivery, whose panel a link leads to", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    const good = aReceiver(stage);
    const bad = aReceiver(stage, () => 500);
    await server.call("POST", "/endpoints", { url: good.url, eventTypes: ["*"], description: "Good shop" });
    await server.call("POST", "/endpoints", {
      url: bad.url,
      eventTypes: ["*"],
      description: "Bad shop",
      retry: { delaysSeconds: [] },
    });
    const data = { orderId: "o-77", note: "<b>bold</b>", no: parseExactly("12345678901234567890") };
    await server.call("POST", "/events", { type: "order.created", data, id: "order-1" });
    await until(async () => (await server.call("GET", "/events/order-1")).body.deliveries.pending === 0);
    await page.goto("/events");
    await signIn();
    await page.getByRole("textbox", { name: "Go to an event" }).fill("order-1");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "order.created" }).waitFor();
    await page.getByText("1 failed").waitFor();
    await page.getByText('"<b>bold</b>"').waitFor();
    await page.getByText("12345678901234567890").waitFor();
    const deliveries = page.getByRole("table", { name: "Deliveries" });
    await deliveries.getByText("All attempts failed").waitFor();
    await expectAccessible();
    await page.getByRole("combobox", { name: "Deliveries shown" }).selectOption("failed");
    await deliveries.getByText("Good shop").waitFor({ state: "detached" });
    await deliveries.getByRole("button", { name: "Open the delivery to Bad shop" }).click();
    await page.getByRole("dialog", { name: "Delivery of order.created" }).waitFor();
    expect(new URL(page.url()).search).toContain("delivery=dlv_");
    await page.reload();
    await page.getByRole("dialog", { name: "Delivery of order.created" }).waitFor();
    await expectAccessible();
  });

  test("one is sent again to the endpoints that are chosen", async () => {
    const { page, server, signIn, expectAccessible } = await visit({ consoleMay: /409/ });
    const receiver = aReceiver(stage);
    const { body: shop } = await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["other"],
      description: "Shop",
    });
    await server.call("POST", "/events", { type: "order.created", data: {}, id: "order-1" });
    await server.call("POST", `/endpoints/${shop.id}/disable`, {});
    await page.goto("/events/order-1");
    await signIn();
    await page.getByText("No endpoint wanted this event").waitFor();
    await page.getByRole("button", { name: "Send again" }).click();
    const dialog = page.getByRole("dialog", { name: "Send order.created again" });
    await dialog.getByRole("radio", { name: "Those that I choose" }).click();
    await dialog.getByRole("button", { name: "Send again" }).click();
    await dialog.getByText("Choose at least one endpoint.").waitFor();
    await expectAccessible();
    await dialog.getByRole("combobox", { name: "Endpoints" }).fill("shop");
    await page.getByRole("option", { name: "Shop (disabled)" }).click();
    await dialog.getByRole("button", { name: "Send again" }).click();
    await dialog.getByText(/is disabled/).waitFor();
    await server.call("POST", `/endpoints/${shop.id}/enable`, {});
    await dialog.getByRole("button", { name: "Send again" }).click();
    await page.getByText("On its way again to 1 endpoint.").waitFor();
    await page.getByText("Delivered").waitFor();
    expect(receiver.received.map(({ id }) => id)).toEqual(["order-1"]);
  });

  test("one that waits for its time says so, is canceled, and its data is erased after a question", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"], description: "Shop" });
    const deliverAt = new Date(Date.now() + 7_230_000).toISOString();
    await server.call("POST", "/events", { type: "order.created", data: { a: 1 }, id: "later", deliverAt });
    await page.goto("/events/later");
    await signIn();
    await page.getByRole("cell", { name: "Sent in 2 h" }).waitFor();
    const more = page.getByRole("button", { name: "More for this event" });
    await more.click();
    await page.getByRole("menuitem", { name: "Cancel what is pending" }).click();
    const canceling = page.getByRole("dialog", { name: "Cancel what is pending of later?" });
    await canceling.getByRole("button", { name: "Cancel deliveries" }).click();
    await page.getByRole("cell", { name: /Canceled by hand/ }).waitFor();
    await more.click();
    await page.getByRole("menuitem", { name: "Erase the data" }).click();
    const erasing = page.getByRole("dialog", { name: "Erase the data of later?" });
    await expectAccessible();
    await erasing.getByRole("button", { name: "Erase data" }).click();
    await page.getByText("The data was erased").waitFor();
    expect(await page.getByRole("button", { name: "Send again" }).count()).toBe(0);
    expect((await server.call("GET", "/events/later")).body.data).toBeNull();
  });

  test("an id that leads nowhere says so", async () => {
    const { page, signIn, expectAccessible } = await visit({ consoleMay: /404/ });
    await page.goto("/events/nothing");
    await signIn();
    await page.getByText("This organization has no event with this id").waitFor();
    await expectAccessible();
  });

  test("a publisher sees the event and its counts, and is offered nothing else", async () => {
    const { page, server, signIn } = await visit();
    const { body } = await server.call("POST", "/api-keys", { name: "shop", role: "publisher" });
    await server.call("POST", "/events", { type: "order.created", data: { a: 1 }, id: "order-1" });
    await page.goto("/");
    await signIn(body.key);
    await page.getByRole("link", { name: "order.created" }).click();
    await page.getByText("No endpoint wanted it").waitFor();
    await page.getByText('"a"').waitFor();
    expect(await page.getByRole("button", { name: "Send again" }).count()).toBe(0);
    expect(await page.getByText("Deliveries").count()).toBe(0);
  });
});
