import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

const anInternalProblem = { code: "internal", detail: "It broke.", errors: [], requestId: "req_1" };

describeInBrowser("the catalogue of event types", ({ visit }) => {
  test("is begun with a first type, whose mistakes are shown where they are", async () => {
    const { page, server, signIn, expectAccessible } = await visit({ consoleMay: /422/ });
    await page.goto("/event-types");
    await signIn();
    await page.getByText("The catalogue is empty").waitFor();
    await expectAccessible();
    await page.getByRole("link", { name: "Add the first event type" }).click();
    const add = page.getByRole("button", { name: "Add event type" });
    await add.click();
    await page.getByText("Lower-case words, digits and _").waitFor();
    await page.getByRole("textbox", { name: "Name" }).fill("order.created");
    await page.getByRole("textbox", { name: "Description" }).fill("A customer placed an order.");
    await page.getByRole("combobox", { name: "Group" }).fill("Orders");
    await page.getByRole("textbox", { name: "Example" }).fill('{"orderId": 1}');
    await page
      .getByRole("textbox", { name: "Schema" })
      .fill('{"type":"object","properties":{"orderId":{"type":"string"}}}');
    await add.click();
    await page.getByText(/orderId: must be string/).waitFor();
    await expectAccessible();
    await page.getByRole("textbox", { name: "Example" }).fill('{"orderId":"o-1"}');
    await page.getByRole("button", { name: "Format: Example" }).click();
    await add.click();
    await page.getByRole("heading", { name: "order.created" }).waitFor();
    await page.getByText("A customer placed an order.").waitFor();
    await expectAccessible();
    const { body } = await server.call("GET", "/event-types/order.created");
    expect([body.group, body.example, body.archived]).toEqual(["Orders", { orderId: "o-1" }, false]);
  });

  test("is searched, shows groups, and what is archived on demand", async () => {
    const { page, server, signIn, expectAccessible } = await visit({
      width: 390,
      height: 844,
      colorScheme: "dark",
    });
    const put = (name: string, body: object) => server.call("PUT", `/event-types/${name}`, body);
    await put("order.created", { group: "Orders", description: "An order was placed." });
    await put("order.refused", { group: "Orders", archived: true });
    await put("user.joined", { group: "People", shared: true });
    await page.goto("/event-types");
    await signIn();
    await page.getByRole("list", { name: "Orders" }).getByRole("link", { name: "order.created" }).waitFor();
    expect(await page.getByText("order.refused").count()).toBe(0);
    await expectAccessible();
    const search = page.getByRole("textbox", { name: "Find an event type" });
    await search.fill("placed");
    await page.getByText("user.joined").waitFor({ state: "detached" });
    await search.fill("nothing");
    await page.getByText("No event type matches").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("link", { name: "order.refused" }).waitFor();
    expect(new URL(page.url()).search).toBe("?archived=yes");
  });

  test("shows what is published without being in it, and takes it in", async () => {
    const { page, server, signIn } = await visit();
    await server.call("PUT", "/event-types/order.created", {});
    await server.call("POST", "/events", { type: "order.vanished", data: {} });
    await page.goto("/event-types");
    await signIn();
    await page.getByRole("link", { name: "Describe: order.vanished" }).click();
    await page.getByRole("button", { name: "Add event type" }).click();
    await page.getByText("order.vanished is in the catalogue.").waitFor();
    await page.getByText("1 in 7 days").waitFor();
  });

  test("an entry says that its figure is not known, and tries again", async () => {
    const { page, server, signIn, expectAccessible } = await visit({ consoleMay: /500/ });
    await server.call("PUT", "/event-types/order.created", { description: "Placed" });
    let isBroken = true;
    await page.route("**/api/v1/stats?*", (route) =>
      isBroken ? route.fulfill({ status: 500, json: anInternalProblem }) : route.continue(),
    );
    await page.goto("/event-types");
    await signIn();
    await page.getByText("How often each was published could not be loaded").waitFor();
    await page.getByRole("link", { name: "order.created" }).click();
    await page.getByRole("heading", { name: "order.created" }).waitFor();
    await page.getByRole("alert").getByText("It broke.").waitFor();
    await expectAccessible();
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("0 in 7 days").waitFor();
    await page.getByRole("link", { name: "Event types" }).first().click();
    await page.getByText("0 in 7 days").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("an entry is changed, and not left by mistake before that is saved", async () => {
    const { page, server, signIn } = await visit();
    await server.call("PUT", "/event-types/order.created", { description: "Old", example: { a: 1 } });
    await page.goto("/event-types/order.created");
    await signIn();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "Description" }).fill("New");
    await page.getByRole("link", { name: "Cancel" }).click();
    await page
      .getByRole("dialog", { name: "Leave without saving?" })
      .getByRole("button", { name: "Stay" })
      .click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("New", { exact: true }).waitFor();
    expect((await server.call("GET", "/event-types/order.created")).body.example).toEqual({ a: 1 });
  });

  test("an entry is archived, brought back and deleted, each after a question that names it", async () => {
    const { page, server, signIn, expectAccessible } = await visit({ consoleMay: /404/ });
    await server.call("PUT", "/event-types/order.created", { description: "Old", example: { a: 1 } });
    await page.goto("/event-types/order.created");
    await signIn();
    const stored = async () => (await server.call("GET", "/event-types/order.created")).body;
    const more = page.getByRole("button", { name: "More for this event type" });
    await more.click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await page.getByRole("button", { name: "Archive event type" }).click();
    await page.getByText("Nobody is offered it any more.").first().waitFor();
    expect(await stored()).toMatchObject({ archived: true, description: "Old", example: { a: 1 } });
    await expectAccessible();
    await more.click();
    await page.getByRole("menuitem", { name: "Bring back" }).click();
    await page.getByText("order.created is offered again.").waitFor();
    await more.click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete order.created from the catalogue?" });
    await expectAccessible();
    await dialog.getByRole("button", { name: "Delete event type" }).click();
    await page.getByText("The catalogue is empty").waitFor();
    await page.goto("/event-types/order.created");
    await page.getByText("This type is not in the catalogue").waitFor();
  });

  test("a name that is taken is refused before anything is replaced", async () => {
    const { page, server, signIn } = await visit();
    await server.call("PUT", "/event-types/order.created", { description: "Old" });
    await page.goto("/event-types/new-type?name=order.created");
    await signIn();
    await page.getByRole("textbox", { name: "Description" }).fill("New");
    await page.getByRole("button", { name: "Add event type" }).click();
    await page.getByText("order.created is in the catalogue already.").waitFor();
    expect((await server.call("GET", "/event-types/order.created")).body.description).toBe("Old");
  });

  test("a name that was taken meanwhile is refused as well, and one that cannot be looked up", async () => {
    const { page, server, signIn } = await visit({ consoleMay: /500/ });
    await page.goto("/event-types/new-type?name=order.created");
    await signIn();
    await page.getByRole("textbox", { name: "Description" }).fill("New");
    await page.waitForLoadState("networkidle");
    await server.call("PUT", "/event-types/order.created", { description: "Old", shared: true });
    let isBroken = true;
    await page.route("**/api/v1/event-types?*", (route) =>
      isBroken ? route.fulfill({ status: 500, json: anInternalProblem }) : route.continue(),
    );
    await page.getByRole("checkbox", { name: "Share it with all organizations" }).click();
    const add = page.getByRole("button", { name: "Add event type" });
    await add.click();
    await page.locator("form").getByRole("alert").getByText("It broke.").waitFor();
    isBroken = false;
    await add.click();
    await page.getByText("order.created is in the catalogue already.").waitFor();
    expect((await server.call("GET", "/event-types/order.created")).body.description).toBe("Old");
  });

  test("a shared entry is the operator's: an admin makes an own one that stands before it", async () => {
    const { page, server, signIn } = await visit();
    await server.call("PUT", "/event-types/order.created", { description: "Everyone's", shared: true });
    const { body } = await server.call("POST", "/api-keys", { name: "team", role: "admin" });
    await page.goto("/event-types/order.created");
    await signIn(body.key);
    await page.getByText("The instance, for all organizations").waitFor();
    expect(await page.getByRole("button", { name: "More for this event type" }).count()).toBe(0);
    await page.getByRole("link", { name: "Describe it yourself" }).click();
    await page.getByText("This entry is shared by the operator.").waitFor();
    await page.getByRole("textbox", { name: "Description" }).fill("Ours");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("This organization", { exact: true }).waitFor();
  });

  test("a viewer reads it and is offered no change", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    await server.call("PUT", "/event-types/order.created", { description: "An order was placed." });
    const { body } = await server.call("POST", "/api-keys", { name: "eyes", role: "viewer" });
    await page.goto("/event-types");
    await signIn(body.key);
    await page.getByRole("link", { name: "order.created" }).click();
    await page.getByText("An order was placed.").waitFor();
    for (const name of ["Edit", "Publish"]) expect(await page.getByRole("link", { name }).count()).toBe(0);
    await expectAccessible();
  });
});
