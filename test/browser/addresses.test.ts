import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

describeInBrowser("an address that was typed by hand", ({ visit }) => {
  test("breaks no page with words that every object has", async () => {
    const { page, open, signIn } = await visit();
    await page.goto("/?span=constructor");
    await signIn();
    await page.getByText("No deliveries yet").or(page.getByText("Success rate")).first().waitFor();
    for (const path of ["/?span=toString", "/events?span=constructor", "/messages?span=toString"]) {
      await open(path);
      expect([path, await page.getByText("went wrong").count()]).toEqual([path, 0]);
    }
  });

  test("is read as it was written, whatever stands in it", async () => {
    const { page, server, open, signIn } = await visit();
    const url = "https://hooks.example.com/in?sig=a%20b%26c%2541";
    await server.call("POST", "/endpoints", { url, eventTypes: ["*"] });
    await page.goto("/endpoints");
    await signIn();
    const search = page.getByRole("textbox", { name: "Search endpoints" });
    for (const asked of ["a%20b", "%26c", "%2541"]) {
      await search.fill(asked);
      await page.waitForURL((at) => at.searchParams.get("search") === asked);
      await page.getByRole("link", { name: "hooks.example.com", exact: true }).waitFor();
      expect(await search.inputValue()).toBe(asked);
    }
    await open(`/endpoints?search=${encodeURIComponent("%2541")}`);
    expect(await search.inputValue()).toBe("%2541");
  });
});
