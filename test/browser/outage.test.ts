import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

/** What the browser itself says of requests that nobody answers. */
const consoleMay = /Failed to load resource|dynamically imported module/;

describeInBrowser("while Posthorn is away", ({ visit, stage }) => {
  test("an open page says that it is old, another that it did not come, and both go on when it is back", async () => {
    const { page, server, open, signIn, expectAccessible } = await visit({ consoleMay });
    await server.call("POST", "/endpoints", { url: "https://hooks.example.com/in", eventTypes: ["*"] });
    await page.goto("/endpoints");
    await signIn();
    const endpoint = page.getByRole("link", { name: "hooks.example.com", exact: true });
    await endpoint.waitFor();
    await open("/endpoints");
    const port = new URL(server.url).port;
    await server.stop();
    const old = page.getByRole("alert").filter({ hasText: "This page is not up to date" });
    await old.getByText("Posthorn does not answer.").waitFor();
    expect(await endpoint.count()).toBe(1);
    await expectAccessible();

    await page.getByRole("link", { name: "Alerts", exact: true }).click();
    await page.getByText("Posthorn does not answer, or was upgraded meanwhile").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("That did not work").waitFor();
    await expectAccessible();

    await stage.serve({ directory: server.directory, args: ["--listen", `127.0.0.1:${port}`] });
    await page.getByRole("button", { name: "Try again" }).click();
    // Sessions end with the server.
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await signIn();
    await page.getByRole("heading", { name: "Alerts" }).waitFor();
  });

  test("what was deleted meanwhile is not shown as if it were there", async () => {
    const { page, server, signIn } = await visit({ consoleMay });
    const { body } = await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
    });
    await page.goto(`/endpoints/${body.id}`);
    await signIn();
    await page.getByRole("heading", { name: "hooks.example.com" }).waitFor();
    await server.call("DELETE", `/endpoints/${body.id}`);
    await page.getByText("This page is not up to date").waitFor();
    await page.getByText(`There is no endpoint "${body.id}" in this organization.`).first().waitFor();
  });
});
