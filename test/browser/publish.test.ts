import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

describeInBrowser("publishing by hand", ({ visit, stage }) => {
  test("begins with the catalogue's example, says who gets it, and leads to the event", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["order.*"],
      description: "Shop",
    });
    await server.call("PUT", "/event-types/order.created", {
      description: "An order was placed.",
      group: "Orders",
      example: { orderId: "o-1" },
    });
    await page.goto("/publish");
    await signIn();
    await page.getByText("Choose a type to see").waitFor();
    await page.getByRole("combobox", { name: "Event type" }).click();
    await page.getByRole("option", { name: /order.created/ }).click();
    await page.getByText("An order was placed.").first().waitFor();
    const data = page.getByRole("textbox", { name: "Data" });
    await until(async () => (await data.inputValue()) === '{\n  "orderId": "o-1"\n}');
    await page.getByRole("link", { name: "Shop" }).waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("order.created is published").waitFor();
    await page.getByText("On its way to 1 endpoint.").waitFor();
    await expectAccessible();
    await page.getByRole("link", { name: "Open the event" }).click();
    await page.getByRole("heading", { name: "order.created" }).waitFor();
    await page.getByText("Delivered").waitFor();
    expect(receiver.received).toHaveLength(1);
  });

  test("keeps every character of the data, and what was written by hand", async () => {
    const { page, server, signIn } = await visit();
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes: ["*"] });
    await server.call("PUT", "/event-types/order.created", { example: { orderId: "o-1" } });
    await page.goto("/publish");
    await signIn();
    const written = '{"b":12345678901234567890,"1":1.0}';
    await page.getByRole("textbox", { name: "Data" }).fill(written);
    await page.getByRole("combobox", { name: "Event type" }).fill("order.created");
    await page.getByRole("button", { name: "Fill in the example" }).waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("order.created is published").waitFor();
    await until(() => receiver.received.length === 1);
    expect(await page.getByRole("textbox", { name: "Data" }).inputValue()).toBe(written);
    expect(receiver.received[0]?.body).toContain(`"data":${written}`);
  });

  test("is done once when its reply is lost and the button is pressed again", async () => {
    const { page, server, signIn } = await visit({ consoleMay: /ERR_FAILED/ });
    await page.goto("/publish");
    await signIn();
    await page.getByRole("combobox", { name: "Event type" }).fill("order.created");
    await page.getByRole("textbox", { name: "Data" }).fill('{"no":1}');
    let lost = 0;
    await page.route("**/api/v1/events", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost++;
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("Posthorn does not answer").first().waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("order.created is published").waitFor();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const published = async () => (await server.call("GET", "/events")).body.data.length;
    // The third one was meant.
    await until(async () => (await published()) === 2);
    expect(lost).toBe(1);
  });

  test("is not left by mistake with what was written; what the page filled in, or what is published, is left at once", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    await server.call("PUT", "/event-types/order.created", { example: { orderId: "o-1" } });
    await page.goto("/publish?type=order.created");
    await signIn();
    const data = page.getByRole("textbox", { name: "Data" });
    const isFilledIn = async () => (await data.inputValue()).includes("o-1");
    await until(isFilledIn);
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.goBack();
    await until(isFilledIn);
    await data.fill('{"orderId":"by hand"}');
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Leave without publishing?" });
    await dialog.getByText("What you changed about the event is not published yet").waitFor();
    await expectAccessible();
    await dialog.getByRole("button", { name: "Stay" }).click();
    expect(await data.inputValue()).toBe('{"orderId":"by hand"}');
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("order.created is published").waitFor();
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.goBack();
    await until(isFilledIn);
    await data.fill('{"orderId":"thrown away"}');
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await dialog.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    expect((await server.call("GET", "/events?type=order.created")).body.data).toHaveLength(1);
  });

  test("says what is wrong at its field, before and after asking the API", async () => {
    const { page, signIn, expectAccessible } = await visit({
      width: 390,
      height: 844,
      colorScheme: "dark",
      consoleMay: /422/,
    });
    await page.goto("/publish?type=posthorn.own");
    await signIn();
    const publish = page.getByRole("button", { name: "Publish", exact: true });
    await page.getByRole("textbox", { name: "Data" }).fill('{\n  "a": 1,\n}');
    await page.getByText('This is not JSON: unexpected "}" at line 3, column 1.').waitFor();
    await publish.click();
    await expectAccessible();
    await page.getByRole("textbox", { name: "Data" }).fill("[1]");
    await page.getByText("This must be an object").waitFor();
    await page.getByRole("textbox", { name: "Data" }).fill("{}");
    await page.getByRole("button", { name: /^Options/ }).click();
    await page.getByRole("textbox", { name: "Event id" }).fill("a.b");
    await publish.click();
    await page.getByText(/those names are reserved/).waitFor();
    await page.getByText(/Must be 1 to 128 letters/).waitFor();
    await expectAccessible();
  });

  test("with an id twice says that nothing was stored", async () => {
    const { page, server, signIn } = await visit();
    await server.call("POST", "/events", { type: "order.created", data: {}, id: "order-1" });
    await page.goto("/publish?type=order.created");
    await signIn();
    await page.getByText("No endpoint subscribes to order.created.").waitFor();
    await page.getByRole("button", { name: /^Options/ }).click();
    await page.getByRole("textbox", { name: "Event id" }).fill("order-1");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("Nothing new was stored").waitFor();
  });

  test("later, with tags, to chosen endpoints alone", async () => {
    const { page, server, signIn } = await visit();
    const receiver = aReceiver(stage);
    await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["*"],
      description: "Everyone",
    });
    await server.call("POST", "/endpoints", {
      url: receiver.url,
      eventTypes: ["other"],
      description: "Chosen",
    });
    await page.goto("/publish?type=order.created");
    await signIn();
    await page.getByRole("button", { name: /^Options/ }).click();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Deliver at").fill(`${tomorrow}T12:00`);
    await page.getByRole("textbox", { name: "Event id" }).fill("order-1");
    await page.getByRole("combobox", { name: "Tags" }).pressSequentially("vip,");
    await page.getByRole("combobox", { name: "Only to these endpoints" }).fill("cho");
    await page.getByRole("option", { name: "Chosen" }).click();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("On its way to 1 endpoint.").waitFor();
    const { body: event } = await server.call("GET", "/events/order-1");
    expect([event.tags, event.deliveries.pending]).toEqual([["vip"], 1]);
    const { body: deliveries } = await server.call("GET", "/deliveries?eventId=order-1");
    // The browser has the clock of this machine.
    expect(deliveries.data[0].nextAttemptAt).toBe(new Date(`${tomorrow}T12:00`).toISOString());
  });
});
