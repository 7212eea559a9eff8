import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";
import { until } from "../support/until.ts";

describeInBrowser("API keys", ({ visit }) => {
  test("one is made for a role that is explained, shown once, and works", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    await page.goto("/api-keys");
    await signIn();
    await page.getByText("No keys yet").waitFor();
    await expectAccessible();
    await page.getByRole("button", { name: "Create key" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Create a key" });
    await dialog.getByRole("button", { name: "Create key" }).click();
    await dialog.getByText("Say who will use it.").waitFor();
    await expectAccessible();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Order service");
    await dialog.getByText("For the software that sends.").waitFor();
    await dialog.getByRole("button", { name: "Create key" }).click();
    const shown = page.getByRole("dialog", { name: "Copy the key of Order service" });
    const key = (await shown.getByText(/^phk_\w{49}$/).textContent()) ?? "";
    await dialog.waitFor({ state: "hidden" });
    await expectAccessible();
    await page.keyboard.press("Escape");
    expect(await shown.isVisible()).toBe(true);
    await shown.getByRole("button", { name: "I have stored it" }).click();
    await shown.waitFor({ state: "hidden" });
    expect(await page.content()).not.toContain(key);
    await page.getByRole("button", { name: "Actions for Order service" }).waitFor();
    expect(await page.getByText("in a moment").count()).toBe(0);
    const row = page.getByRole("row").filter({ hasText: "Order service" });
    await row.getByText("Never used").waitFor();
    const event = { type: "order.created", data: {} };
    expect((await server.call("POST", "/events", event, { key })).status).toBe(202);
    expect((await server.call("GET", "/endpoints", undefined, { key })).status).toBe(403);
  });

  test("one is replaced with time to change over, and revoked after a question that names it", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    const { body } = await server.call("POST", "/api-keys", { name: "Reports", role: "viewer" });
    const works = async () => (await server.call("GET", "/me", undefined, { key: body.key })).status === 200;
    await page.goto("/api-keys");
    await signIn();
    await page.getByRole("button", { name: "Actions for Reports" }).click();
    await page.getByRole("menuitem", { name: "Replace" }).click();
    const dialog = page.getByRole("dialog", { name: "Replace the key Reports?" });
    await dialog.getByRole("button", { name: "Make the new key" }).click();
    await page.getByRole("button", { name: "I have stored it" }).click();
    await until(async () => (await page.getByRole("button", { name: "Actions for Reports" }).count()) === 2);
    expect(await works()).toBe(true);
    await page.getByRole("button", { name: "Actions for Reports" }).last().click();
    await page.getByRole("menuitem", { name: "Revoke" }).click();
    const question = page.getByRole("dialog", { name: "Revoke the key Reports?" });
    await question.waitFor();
    await expectAccessible();
    await question.getByRole("button", { name: "Revoke key" }).click();
    await page.getByText("The key Reports works no more.").waitFor();
    expect(await works()).toBe(false);
  });

  test("an admin is not offered to make or end owners' keys, a viewer no keys at all", async () => {
    const { page, server, signIn } = await visit();
    await server.call("POST", "/api-keys", { name: "Boss", role: "owner" });
    const admin = await server.call("POST", "/api-keys", { name: "Admin", role: "admin" });
    await page.goto("/api-keys");
    await signIn(admin.body.key);
    await page.getByText("Yours").waitFor();
    expect(await page.getByRole("button", { name: "Actions for Boss" }).count()).toBe(0);
    await page.getByRole("button", { name: "Create key" }).click();
    await page.getByRole("radio", { name: "Admin" }).waitFor();
    expect(await page.getByRole("radio", { name: "Owner" }).count()).toBe(0);
    await page.keyboard.press("Escape");
    const viewer = await server.call("POST", "/api-keys", { name: "Viewer", role: "viewer" });
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await signIn(viewer.body.key);
    await page.getByText("Keys with the role viewer do not see this page").waitFor();
  });

  test("an operator sees the operators' keys as well, on a telephone too", async () => {
    const { page, signIn, expectAccessible } = await visit({ width: 390, height: 844, colorScheme: "dark" });
    await page.goto("/api-keys?of=instance");
    await signIn();
    await page.getByText("Yours").waitFor();
    await expectAccessible();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });
});
