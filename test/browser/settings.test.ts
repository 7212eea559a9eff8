import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

describeInBrowser("settings", ({ visit }) => {
  test("an owner changes what holds for the organization, and what is wrong is said at its field", async () => {
    const { page, server, signIn, expectAccessible } = await visit({ consoleMay: /422|403/ });
    const { body } = await server.call("POST", "/api-keys", { name: "Boss", role: "owner" });
    await page.goto("/settings");
    await signIn(body.key);
    const retention = page.getByRole("combobox", { name: "Events, deliveries and attempts are kept for" });
    await retention.waitFor();
    expect(await retention.inputValue()).toBe("As the instance: 30 days");
    await expectAccessible();
    await retention.click();
    expect(await page.getByRole("option", { name: "For ever" }).count()).toBe(0);
    await page.getByRole("option", { name: "A limit of its own" }).click();
    await page.getByRole("textbox", { name: "How many days" }).fill("90");
    await page.getByRole("button", { name: "Save settings" }).click();
    await page.getByText("Can be set above 30 by an operator alone.").waitFor();
    await page.getByRole("textbox", { name: "How many days" }).fill("7");
    await page.getByRole("combobox", { name: "Requests to the API" }).click();
    await page.getByRole("option", { name: "A limit of its own" }).click();
    await page.getByRole("textbox", { name: "How many a second" }).fill("500");
    await page.getByRole("switch", { name: "Take only events that the catalogue knows" }).click();
    await page.getByRole("textbox", { name: "Timeout, seconds" }).fill("15");
    await page.getByRole("button", { name: "Save settings" }).click();
    await page.getByText("The settings are saved").waitFor();
    const { settings } = (await server.call("GET", "/organizations/default")).body;
    expect(settings).toMatchObject({
      retentionDays: 7,
      rateLimitPerSecond: 500,
      strictEventTypes: true,
      endpointDefaults: { timeoutSeconds: 15 },
    });
    expect(Object.keys(settings.endpointDefaults)).toEqual(["timeoutSeconds"]);
    expect(await page.getByRole("button", { name: "Save settings" }).isDisabled()).toBe(true);
  });

  test("left without saving, stay as they were", async () => {
    const { page, server, signIn } = await visit();
    await page.goto("/settings");
    await signIn();
    await page.getByRole("textbox", { name: "Name" }).fill("Typed by mistake");
    await page.getByRole("link", { name: "Alerts" }).click();
    const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
    const changes: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && changes.push(request.url()));
    await dialog.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("heading", { name: "Alerts", level: 1 }).waitFor();
    expect(changes).toEqual([]);
    expect((await server.call("GET", "/organizations/default")).body.name).not.toBe("Typed by mistake");
  });

  test("a viewer reads them, and is not offered to change them", async () => {
    const { page, server, signIn, expectAccessible } = await visit({
      width: 390,
      height: 844,
      colorScheme: "dark",
    });
    const { body } = await server.call("POST", "/api-keys", { name: "Onlooker", role: "viewer" });
    await page.goto("/settings");
    await signIn(body.key);
    await page.getByText("An owner's key can change it.").waitFor();
    expect(await page.getByRole("textbox", { name: "Name" }).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Save settings" }).count()).toBe(0);
    expect(await page.getByText("This instance").count()).toBe(0);
    await expectAccessible();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  test("an operator sees how the instance is, and keeps things for ever", async () => {
    const { page, server, signIn } = await visit();
    await page.goto("/settings");
    await signIn();
    await page.getByText("Ready", { exact: true }).waitFor();
    await page.getByText(/B free\. The database takes/).waitFor();
    await page.getByRole("combobox", { name: "Events, deliveries and attempts are kept for" }).click();
    await page.getByRole("option", { name: "For ever" }).click();
    await page.getByRole("button", { name: "Save settings" }).click();
    await page.getByText("The settings are saved").waitFor();
    expect((await server.call("GET", "/organizations/default")).body.settings.retentionDays).toBe(0);
  });
});

describeInBrowser("organizations", ({ visit }) => {
  test("an operator makes one, works in it, and deletes it after typing its uid", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    await page.goto("/organizations");
    await signIn();
    await page.getByText("Shown now").waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Create organization" }).click();
    const dialog = page.getByRole("dialog", { name: "Create an organization" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("North");
    await dialog.getByRole("textbox", { name: "uid" }).fill("north");
    await expectAccessible();
    await dialog.getByRole("button", { name: "Create organization" }).click();
    await page.getByRole("heading", { name: "Keys of North" }).waitFor();
    await page.getByRole("link", { name: "Organizations" }).click();
    await page.getByRole("button", { name: "Actions for North" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const question = page.getByRole("dialog", { name: "Delete the organization North?" });
    const remove = question.getByRole("button", { name: "Delete organization" });
    expect(await remove.isDisabled()).toBe(true);
    await question.getByRole("textbox").fill("north");
    await remove.click();
    await page.getByText("North is deleted.").waitFor();
    expect((await server.call("GET", "/organizations/north")).status).toBe(404);
    await page.getByRole("button", { name: "Actions for Default" }).click();
    expect(await page.getByRole("menuitem", { name: "Delete" }).count()).toBe(0);
  });

  test("an operator does not leave one by mistake while something is unsaved", async () => {
    const { page, server, signIn } = await visit();
    await server.call("POST", "/organizations", { name: "North", uid: "north" });
    await page.goto("/endpoints/new");
    await signIn();
    const description = page.getByRole("textbox", { name: "Description" });
    await description.fill("Half written");
    const choose = async () => {
      await page.getByRole("button", { name: "Organization: Default" }).click();
      await page.getByRole("option", { name: "North" }).click();
    };
    await choose();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Stay" }).click();
    await question.waitFor({ state: "hidden" });
    expect(await description.inputValue()).toBe("Half written");
    await page.getByRole("button", { name: /^Account: / }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await question.getByRole("button", { name: "Stay" }).click();
    await question.waitFor({ state: "hidden" });
    await choose();
    await question.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("button", { name: "Organization: North" }).waitFor();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
  });

  test("are found by name among more than a list holds", async () => {
    const { page, server, signIn } = await visit();
    for (let n = 101; n > 0; n--) {
      await server.call("POST", "/organizations", { name: n === 101 ? "The first branch" : `Branch ${n}` });
    }
    await signIn();
    await page.getByRole("button", { name: /^Organization: / }).click();
    await page.getByText("Type to find the others").waitFor();
    await page.getByRole("textbox", { name: "Find an organization" }).fill("the first");
    await page.getByRole("option", { name: "The first branch" }).click();
    await page.getByRole("button", { name: "Organization: The first branch" }).waitFor();
  });
});
