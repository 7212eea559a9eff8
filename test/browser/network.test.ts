import { test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

describeInBrowser("a browser that says it has no network", ({ visit }) => {
  test("shows and changes what a server answers that is reached without one", async () => {
    const { page, server, signIn } = await visit();
    await page.goto("/event-types");
    await signIn();
    await page.getByRole("heading", { name: "Event types" }).waitFor();
    await page.evaluate('window.dispatchEvent(new Event("offline"))');
    await server.call("POST", "/endpoints", { url: "https://hooks.example.com/in", eventTypes: ["*"] });
    await page.getByRole("link", { name: "Endpoints", exact: true }).click();
    await page.getByRole("link", { name: "hooks.example.com", exact: true }).waitFor();
  });
});
