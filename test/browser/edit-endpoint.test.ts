import { expect, test } from "bun:test";
import { describeInBrowser, type Visit } from "../support/browser.ts";
import { until } from "../support/until.ts";

const url = "https://crm.example.com/in";

/** Makes an endpoint, signs in and opens its form. Returns how the API shows it. */
async function openForm({ page, server, signIn, open }: Visit, endpoint: object = {}) {
  const { body } = await server.call("POST", "/endpoints", {
    url,
    eventTypes: ["order.*"],
    description: "CRM",
    ...endpoint,
  });
  await signIn();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await open(`/endpoints/${body.id}/edit`);
  await page.getByRole("heading", { name: "Edit CRM" }).waitFor();
  return async () => (await server.call("GET", `/endpoints/${body.id}`)).body;
}

describeInBrowser("editing an endpoint", ({ visit }) => {
  test("changes when attempts are made, and says to what moments that leads", async () => {
    const visited = await visit();
    const { page, expectAccessible } = visited;
    const stored = await openForm(visited);
    const save = page.getByRole("button", { name: "Save changes" });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole("button", { name: /^Retries/ }).click();
    await page.getByRole("radio", { name: "Own schedule" }).click();
    await page.getByRole("textbox", { name: /^Waits/ }).fill("30 s, 10 min, 1 h");
    const moments = page.getByRole("list", { name: "Moments of the attempts" }).getByRole("listitem");
    expect(await moments.allTextContents()).toEqual(["at once", "30 s", "10 min 30 s", "1 h 10 min"]);
    await page.getByRole("switch", { name: /^Disable the endpoint/ }).click();
    await page.getByRole("button", { name: /^Pace/ }).click();
    await page.getByRole("textbox", { name: "Rate limit" }).fill("25");
    await page.getByRole("textbox", { name: "Timeout" }).fill("5");
    await page.getByRole("switch", { name: /^Deliver one at a time/ }).click();
    await expectAccessible();
    await save.click();
    await page.getByText("CRM is saved.").waitFor();
    expect(await stored()).toMatchObject({
      retry: { preset: "custom", delaysSeconds: [30, 600, 3600] },
      autoDisableAfter: null,
      rateLimitPerSecond: 25,
      timeoutSeconds: 5,
      ordered: true,
    });
    await page.goBack();
    await page.getByText("Own schedule: 4 attempts over 1 h 10 min; never disabled by itself").waitFor();
    await page.getByText("At most 25 a second; 5 s to answer; one at a time, in order").waitFor();
  });

  test("changes what requests look like, and never shows a credential again", async () => {
    const visited = await visit();
    const { page, expectAccessible } = visited;
    const stored = await openForm(visited);
    await page.getByRole("button", { name: /^Payload/ }).click();
    await page.getByRole("combobox", { name: "Format of the body" }).click();
    await page.getByRole("option", { name: "Data alone" }).click();
    await page.getByRole("button", { name: /^Custom headers/ }).click();
    await page.getByRole("button", { name: "Add header" }).click();
    await page.getByRole("textbox", { name: "Name of header 1" }).fill("X-Api-Key");
    const value = page.getByRole("textbox", { name: "Value of header 1" });
    await value.fill("secret value");
    expect(await value.getAttribute("type")).toBe("password");
    await page.getByRole("button", { name: /^Signatures/ }).click();
    await page.getByRole("switch", { name: /^One more header/ }).click();
    await page.getByRole("button", { name: "GitHub's and Meta's form" }).click();
    await expectAccessible();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("CRM is saved.").waitFor();
    expect(await stored()).toMatchObject({
      payloadFormat: "raw",
      headers: { "X-Api-Key": "[redacted]" },
      signing: { bodySignature: { header: "X-Hub-Signature-256", encoding: "hex", prefix: "sha256=" } },
    });
    await page.goBack();
    await page.getByText("X-Hub-Signature-256 for the body").waitFor();
    await page.getByRole("button", { name: /^Custom headers/ }).click();
    expect(await value.inputValue()).toBe("");
  });

  test("notes what the organization's own systems call it", async () => {
    const visited = await visit();
    const { page } = visited;
    const stored = await openForm(visited);
    await page.getByRole("button", { name: /^Your own/ }).click();
    await page.getByRole("textbox", { name: /uid/ }).fill("crm");
    await page.getByRole("button", { name: "Add entry" }).click();
    await page.getByRole("textbox", { name: "Name of entry 1" }).fill("team");
    await page.getByRole("textbox", { name: "Value of entry 1" }).fill("blue");
    await page.getByText("uid crm; metadata: team").waitFor();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("CRM is saved.").waitFor();
    expect(await stored()).toMatchObject({ uid: "crm", metadata: { team: "blue" } });
  });

  test("keeps a stored credential without showing it, and wants it anew for another host", async () => {
    const visited = await visit();
    const { page } = visited;
    const headers = { Authorization: "Bearer classified", "X-Env": "prod" };
    const stored = await openForm(visited, { headers });
    expect((await page.content()).includes("classified")).toBe(false);
    await page.getByRole("textbox", { name: "URL" }).fill("https://other.example.com/in");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Enter it anew, or remove it: the URL moves to another host.").waitFor();
    await page.getByRole("textbox", { name: "Value of header 1" }).fill("Bearer anew");
    await page.getByRole("button", { name: "Remove header X-Env" }).click();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("CRM is saved.").waitFor();
    expect(await stored()).toMatchObject({
      url: "https://other.example.com/in",
      headers: { Authorization: "[redacted]" },
    });
  });

  test("tries a filter on an event before it is saved", async () => {
    const visited = await visit({ consoleMay: /422/ });
    const { page, server, expectAccessible } = visited;
    const example = { amount: 50, customer: { country: "DE" } };
    await server.call("PUT", "/event-types/order.paid", { example });
    const stored = await openForm(visited);
    await page.getByRole("button", { name: /^Filter/ }).click();
    const filter = page.getByRole("textbox", { name: "Conditions on the data" });
    await filter.fill('{"amount": {"$above": 100}}');
    await page.getByRole("button", { name: "Try it on an event" }).click();
    await page.getByRole("combobox", { name: "Take the data of" }).click();
    await page.getByRole("option", { name: "order.paid" }).click();
    const data = page.getByRole("textbox", { name: "Data of the event" });
    await until(async () => (await data.inputValue()).includes('"country": "DE"'));
    const run = page.getByRole("button", { name: "Try it", exact: true });
    await run.click();
    await page.getByText(/^amount\.\$above: is not an operator/).waitFor();
    await filter.fill('{"amount": {"$gte": 100}}');
    await run.click();
    await page.getByText("Would not be delivered").waitFor();
    await page.getByText("The condition at amount does not hold.").waitFor();
    await expectAccessible();
    await data.fill('{"amount": 100}');
    await run.click();
    await page.getByText("Would be delivered").waitFor();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("CRM is saved.").waitFor();
    expect((await stored()).filter).toEqual({ amount: { $gte: 100 } });
  });

  test("asks before changes are lost, by a link as by the browser's back", async () => {
    const visited = await visit();
    const { page, expectAccessible } = visited;
    const stored = await openForm(visited);
    // By a link: going back to a page that was loaded as a whole, the browser itself asks.
    await page.getByRole("link", { name: "Endpoints", exact: true }).click();
    await page.getByRole("button", { name: "Actions: CRM" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    const description = page.getByRole("textbox", { name: "Description" });
    await description.fill("Changed");
    const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await dialog.waitFor();
    await expectAccessible();
    await dialog.getByRole("button", { name: "Stay" }).click();
    expect(await description.inputValue()).toBe("Changed");
    await dialog.waitFor({ state: "hidden" });

    await page.goBack();
    await dialog.waitFor();
    expect(page.url()).toEndWith("/edit");
    await dialog.getByRole("button", { name: "Stay" }).click();
    expect(await description.inputValue()).toBe("Changed");
    await dialog.waitFor({ state: "hidden" });

    await page.goBack();
    await dialog.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("heading", { name: "Endpoints" }).waitFor();
    expect((await stored()).description).toBe("CRM");
  });

  test("lets the browser ask before its window is closed on changes", async () => {
    const visited = await visit();
    const { page } = visited;
    await openForm(visited);
    await page.getByRole("textbox", { name: "Description" }).fill("Changed");
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    expect(await page.getByRole("textbox", { name: "Description" }).inputValue()).toBe("Changed");
  });

  test("lets one go who changed nothing, or took it back", async () => {
    const visited = await visit();
    const { page } = visited;
    await openForm(visited);
    await page.getByRole("textbox", { name: "Description" }).fill("Changed");
    await page.getByRole("textbox", { name: "Description" }).fill("CRM");
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
  });

  test("warns that another signature scheme replaces the key at once", async () => {
    const visited = await visit();
    const { page, expectAccessible } = visited;
    const stored = await openForm(visited);
    await page.getByRole("button", { name: /^Signatures/ }).click();
    await page.getByRole("radio", { name: "A public key (Ed25519)" }).click();
    await page.getByText("The key is replaced at once").waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("CRM is saved.").waitFor();
    expect((await stored()).signing.scheme).toBe("ed25519");
  });
});
