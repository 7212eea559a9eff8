import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

describeInBrowser("two windows of one browser", ({ visit }) => {
  test("each stay in the organization that they show, also after a reload", async () => {
    const { page, server, signIn } = await visit();
    await server.call("POST", "/organizations", { name: "North", uid: "north" });
    await page.goto("/api-keys");
    await signIn();
    await page.getByRole("heading", { name: "Keys of Default" }).waitFor();

    const other = await page.context().newPage();
    await other.goto("/organizations");
    await other.getByRole("button", { name: /^Organization: / }).click();
    await other.getByRole("option", { name: /North/ }).click();
    await other.getByRole("button", { name: "Organization: North" }).waitFor();

    await page.getByRole("link", { name: "Events", exact: true }).click();
    await page.getByRole("link", { name: "Publish an event" }).first().click();
    await page.getByRole("combobox", { name: "Event type" }).fill("order.created");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText("order.created is published").waitFor();
    const eventsOf = async (organization: string) =>
      (await server.call("GET", "/events", undefined, { headers: { "x-organization": organization } })).body
        .data;
    expect(await eventsOf("north")).toEqual([]);
    expect(await eventsOf("default")).toHaveLength(1);

    await page.goto("/api-keys");
    await page.getByRole("heading", { name: "Keys of Default" }).waitFor();
    await other.reload();
    await other.getByRole("button", { name: "Organization: North" }).waitFor();
  });

  test("and who looks at an organization that another has deleted can sign out all the same", async () => {
    const { page, server, signIn } = await visit({ consoleMay: /40[14]/ });
    await server.call("POST", "/organizations", { name: "North", uid: "north" });
    await page.goto("/organizations");
    await signIn();
    await page.getByRole("button", { name: /^Organization: / }).click();
    await page.getByRole("option", { name: /North/ }).click();
    await page.getByRole("button", { name: "Organization: North" }).waitFor();
    await page.waitForLoadState("networkidle");
    expect((await server.call("DELETE", "/organizations/north?confirm=north")).status).toBe(204);
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });
});
