import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

describeInBrowser("the list of endpoints", ({ visit, stage }) => {
  test("says what to do when it is empty, and leads to the form", async () => {
    const { page, open, signIn, expectAccessible } = await visit({
      width: 390,
      height: 844,
      colorScheme: "dark",
    });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/endpoints");
    await page.getByText("No endpoints yet").waitFor();
    await expectAccessible();
    await page.getByRole("link", { name: "Add endpoint" }).last().click();
    await page.getByRole("heading", { name: "Add endpoint" }).waitFor();
  });

  test("is narrowed by text and status, and the address says to what", async () => {
    const { page, server, open, signIn, expectAccessible } = await visit();
    const make = (description: string, url: string) =>
      server.call("POST", "/endpoints", { url, description, eventTypes: ["*"] });
    await make("CRM", "https://crm.example.com/in");
    const { body: billing } = await make("Billing", "https://billing.example.com/in");
    await make("", "https://warehouse.example.com/in");
    await server.call("POST", `/endpoints/${billing.id}/disable`);
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/endpoints");
    const rows = page.getByRole("table", { name: "Endpoints" }).locator("tbody tr");
    const names = () => rows.locator("td:first-child a:first-child").allTextContents();
    await rows.first().waitFor();
    expect(await names()).toEqual(["warehouse.example.com", "Billing", "CRM"]);
    await expectAccessible();

    await page.getByRole("combobox", { name: "Status" }).click();
    await page.getByRole("option", { name: "Disabled" }).click();
    await until(async () => (await names()).join() === "Billing");
    expect(new URL(page.url()).search).toBe("?status=disabled");
    await page.getByText("Disabled by hand").waitFor();

    await page.getByRole("textbox", { name: "Search endpoints" }).fill("crm");
    await page.getByText("No endpoint matches").waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Show all endpoints" }).click();
    await until(async () => (await names()).length === 3);
    expect(await page.getByRole("textbox", { name: "Search endpoints" }).inputValue()).toBe("");

    await page.getByRole("textbox", { name: "Search endpoints" }).fill("warehouse");
    await until(() => page.url().endsWith("?search=warehouse"));
    await page.reload();
    await until(async () => (await names()).join() === "warehouse.example.com");
  });

  test("goes forward and back a page at a time", async () => {
    const { page, server, open, signIn } = await visit();
    for (let number = 1; number <= 30; number++) {
      const url = `https://hooks.example.com/${number}`;
      await server.call("POST", "/endpoints", { url, eventTypes: ["*"], description: `Number ${number}` });
    }
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/endpoints");
    await page.getByRole("link", { name: "Number 30" }).waitFor();
    expect(await page.getByRole("link", { name: "Number 5", exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("link", { name: "Number 5", exact: true }).waitFor();
    await page.getByRole("button", { name: "Previous" }).click();
    await page.getByRole("link", { name: "Number 30" }).waitFor();
  });

  test("shows what an endpoint gets, how it fares, and opens its URL elsewhere", async () => {
    const { page, server, open, signIn } = await visit();
    const receiver = aReceiver(stage);
    const eventTypes = ["order.created", "order.paid", "order.shipped", "customer.*", "message.*"];
    await server.call("POST", "/endpoints", { url: receiver.url, eventTypes, description: "Shop" });
    await server.call("POST", "/events", { type: "order.paid", data: {} });
    await until(() => receiver.received.length === 1);
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/endpoints");
    const row = page.getByRole("row").filter({ hasText: "Shop" });
    await row.getByText("No recent delivery errors").waitFor();
    await row.getByText("100 %").waitFor();
    await row.getByText("Healthy").waitFor();
    expect(await row.getByRole("listitem").allTextContents()).toEqual([...eventTypes.slice(0, 3), "+2"]);
    const link = row.getByRole("link", { name: receiver.url });
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toContain("noopener");
  });

  test("deletes an endpoint after a question that names it", async () => {
    const { page, server, open, signIn, expectAccessible } = await visit();
    const url = "https://old.example.com/in";
    await server.call("POST", "/endpoints", { url, eventTypes: ["*"], description: "Old shop" });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/endpoints");
    const menu = page.getByRole("button", { name: "Actions: Old shop" });
    await menu.click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete Old shop?" });
    await dialog.getByText(url).waitFor();
    await expectAccessible();
    // The button that takes nothing away has the focus.
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    expect((await server.call("GET", "/endpoints")).body.data).toHaveLength(1);
    await menu.click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await dialog.getByRole("button", { name: "Delete endpoint" }).click();
    await page.getByText("Old shop is deleted.").waitFor();
    await page.getByText("No endpoints yet").waitFor();
    expect((await server.call("GET", "/endpoints")).body.data).toEqual([]);
  });

  test("offers a viewer no change", async () => {
    const { page, server, open, signIn } = await visit();
    await server.call("POST", "/endpoints", { url: "https://crm.example.com/in", eventTypes: ["*"] });
    const { body: key } = await server.call("POST", "/api-keys", { name: "looks", role: "viewer" });
    await signIn(key.key);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/endpoints");
    await page.getByRole("link", { name: "crm.example.com", exact: true }).waitFor();
    expect(await page.getByRole("link", { name: "Add endpoint" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Actions/ }).count()).toBe(0);
    await open("/endpoints/new");
    await page.getByText("Keys with the role viewer do not see this page").waitFor();
  });

  test("says why it could not be read, and tries again", async () => {
    const { page, open, signIn } = await visit({ consoleMay: /503/ });
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    let isBroken = true;
    await page.route("**/api/v1/endpoints?*", (route) =>
      isBroken ? route.fulfill({ status: 503, body: "" }) : route.continue(),
    );
    await open("/endpoints");
    await page.getByText("Endpoints could not be loaded").waitFor();
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No endpoints yet").waitFor();
  });
});
