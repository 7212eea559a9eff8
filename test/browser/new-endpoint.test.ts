import { expect, test } from "bun:test";
import { describeInBrowser, type Visit } from "../support/browser.ts";
import { until } from "../support/until.ts";
import { aReceiver, verifierOf } from "../support/webhook-receiver.ts";

/** Signs in and opens the form. */
async function openForm({ page, signIn, open }: Visit): Promise<void> {
  await signIn();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await open("/endpoints/new");
  await page.getByRole("textbox", { name: "URL" }).waitFor();
}

describeInBrowser("adding an endpoint", ({ visit, stage }) => {
  test("takes a URL and an event type; then its secret is shown, and it verifies what arrives", async () => {
    const visited = await visit({ width: 390, height: 844 });
    const { page, server, expectAccessible } = visited;
    const receiver = aReceiver(stage);
    await openForm(visited);
    await expectAccessible();
    await page.getByRole("textbox", { name: "URL" }).fill(receiver.url);
    await page.getByRole("textbox", { name: "Description" }).fill("CRM");
    await page.getByRole("checkbox", { name: /^All events/ }).click();
    await page.getByRole("button", { name: "Add endpoint" }).click();
    await page.getByRole("heading", { name: "CRM is added" }).waitFor();
    await page.getByText("Keep it on the server only").waitFor();
    await expectAccessible();
    const secret = (await page.getByText(/^whsec_/).textContent()) ?? "";
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy secret" }).click();
    await page.getByText("Copied").first().waitFor();
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(secret);
    await server.call("POST", "/events", { type: "order.created", data: { id: 1 } });
    await until(() => receiver.received.length === 1);
    for (const webhook of receiver.received) verifierOf(secret)(webhook);
    for (const language of ["Python", "Go", "PHP", "Ruby", "Java", "JavaScript"]) {
      await page.getByRole("tab", { name: language, exact: true }).click();
      await page.getByRole("region", { name: `Verification in ${language}` }).waitFor();
    }
    expect(await page.getByRole("region", { name: /^Verification/ }).textContent()).toContain(
      "timingSafeEqual",
    );
    await page.getByRole("link", { name: "Go on to the endpoint" }).click();
    await page.getByRole("heading", { name: "CRM", exact: true }).waitFor();
    await page.getByRole("button", { name: "Send test event" }).waitFor();
  });

  test("with Ed25519 shows the public key, and no secret", async () => {
    const visited = await visit();
    const { page, server } = visited;
    await openForm(visited);
    await page.getByRole("textbox", { name: "URL" }).fill("https://hooks.example.com/in");
    await page.getByRole("checkbox", { name: /^All events/ }).click();
    await page.getByRole("button", { name: /^Signatures/ }).click();
    await page.getByRole("radio", { name: "A public key (Ed25519)" }).click();
    await page.getByRole("button", { name: "Add endpoint" }).click();
    await page.getByText(/^whpk_/).waitFor();
    expect(await page.getByText(/^whsk_/).count()).toBe(0);
    await page.getByRole("region", { name: "Verification in JavaScript" }).waitFor();
    const { body } = await server.call("GET", "/endpoints");
    expect(body.data[0].signing.scheme).toBe("ed25519");
  });

  test("picks event types from the catalogue, by a wildcard, or by a name that is typed", async () => {
    const visited = await visit();
    const { page, server, expectAccessible } = visited;
    const describe = (name: string, group: string, more = {}) =>
      server.call("PUT", `/event-types/${name}`, { description: `About ${name}`, group, ...more });
    await describe("order.created", "Orders");
    await describe("order.paid", "Orders");
    await describe("order.faxed", "Orders", { archived: true });
    await describe("customer.updated", "Customers");
    await openForm(visited);
    const option = (name: RegExp) => page.getByRole("checkbox", { name });
    expect(await option(/^order\.faxed/).count()).toBe(0);
    await page.getByRole("group", { name: "Orders" }).getByText("About order.paid").waitFor();

    await option(/^order\.\*/).click();
    expect(await option(/^order\.paid/).isDisabled()).toBe(true);
    expect(await option(/^order\.paid/).isChecked()).toBe(true);
    await page.getByText("Comes with order.*").first().waitFor();
    await expectAccessible();

    const search = page.getByRole("textbox", { name: /^Find an event type/ });
    await search.fill("customer");
    expect(await option(/^order\./).count()).toBe(0);
    await search.fill("updated");
    await search.press("Enter");
    await search.fill("invoice.sent");
    await page.getByRole("button", { name: "Add invoice.sent" }).click();
    await page.getByRole("button", { name: "Remove order.*" }).click();
    await option(/^order\.paid/).click();

    await page.getByRole("textbox", { name: "URL" }).fill("https://hooks.example.com/in");
    await page.getByRole("button", { name: "Add endpoint" }).click();
    await page.getByRole("heading", { name: "hooks.example.com is added" }).waitFor();
    const { body } = await server.call("GET", "/endpoints");
    expect(body.data[0].eventTypes).toEqual(["customer.updated", "invoice.sent", "order.paid"]);
  });

  test("shows the first types of a large catalogue, and finds the others", async () => {
    const visited = await visit();
    const { page, server } = visited;
    for (let n = 0; n < 210; n++) {
      const group = { description: "", group: n < 205 ? "Orders" : "Returns" };
      await server.call("PUT", `/event-types/${n < 205 ? "order" : "return"}.step_${n}`, group);
    }
    await openForm(visited);
    await page.getByText(/^\d+ more: type to find them\.$/).waitFor();
    expect(await page.getByRole("checkbox").count()).toBe(200);
    await page.getByRole("textbox", { name: /^Find an event type/ }).fill("step_209");
    await page.getByRole("checkbox", { name: /^return\.step_209/ }).waitFor();
    expect(await page.getByRole("checkbox").count()).toBe(1);
  });

  test("says what is missing where it is, and leads there", async () => {
    const visited = await visit();
    const { page, expectAccessible } = visited;
    await openForm(visited);
    await page.getByRole("button", { name: "Add endpoint" }).click();
    await page.getByText("Say where the events are to be sent.").waitFor();
    await page.getByText("Choose at least one event type, or all events.").waitFor();
    await page.locator(`[data-path="url"]:focus`).waitFor();
    await expectAccessible();
  });

  test("shows what the API refuses at its field, and unfolds that", async () => {
    const visited = await visit({ consoleMay: /422|409/ });
    const { page, server } = visited;
    await server.call("POST", "/endpoints", { url: "https://a.example.com", eventTypes: ["*"], uid: "crm" });
    await openForm(visited);
    const add = page.getByRole("button", { name: "Add endpoint" });
    const url = page.getByRole("textbox", { name: "URL" });
    await url.fill("https://user:word@hooks.example.com/in");
    await page.getByRole("checkbox", { name: /^All events/ }).click();
    await page.getByRole("button", { name: /^Pace and order/ }).click();
    await page.getByRole("textbox", { name: "Timeout" }).fill("99");
    await page.getByRole("button", { name: /^Pace and order/ }).click();
    await add.click();
    await page.getByText("Must be 1 to 30 (got 99)").waitFor();
    await page.locator(`[data-path="timeoutSeconds"]:focus`).waitFor();
    await page.getByRole("textbox", { name: "Timeout" }).fill("12");
    await add.click();
    await page.locator(`[data-path="url"][aria-invalid="true"]`).waitFor();
    await url.fill("https://hooks.example.com/in");
    await page.getByRole("button", { name: /^Your own reference/ }).click();
    await page.getByRole("textbox", { name: /uid/ }).fill("crm");
    await add.click();
    await page.locator(`[data-path="uid"][aria-invalid="true"]`).waitFor();
    await page.getByRole("textbox", { name: /uid/ }).fill("crm-2");
    await add.click();
    await page.getByRole("heading", { name: "hooks.example.com is added" }).waitFor();
  });

  test("begins with the organization's defaults, and leaves them to it", async () => {
    const visited = await visit();
    const { page, server } = visited;
    const { body: me } = await server.call("GET", "/me");
    const endpointDefaults = { timeoutSeconds: 21, retry: { preset: "extended" }, payloadFormat: "raw" };
    await server.call("PATCH", `/organizations/${me.organization.id}`, { settings: { endpointDefaults } });
    await openForm(visited);
    await page.getByText("Extended: 10 attempts").waitFor();
    await page.getByText("21 s to answer").waitFor();
    await page.getByText("Data alone").waitFor();
    await page.getByRole("textbox", { name: "URL" }).fill("https://hooks.example.com/in");
    await page.getByRole("checkbox", { name: /^All events/ }).click();
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Add endpoint" }).click();
    expect((await sent).postDataJSON()).toEqual({ url: "https://hooks.example.com/in", eventTypes: ["*"] });
    await page.getByText("Keep it on the server only").waitFor();
    const { body } = await server.call("GET", "/endpoints");
    expect(body.data[0]).toMatchObject({ timeoutSeconds: 21, payloadFormat: "raw" });
  });
});
