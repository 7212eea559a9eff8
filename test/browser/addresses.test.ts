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
});
