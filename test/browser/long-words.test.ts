import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

describeInBrowser("a URL that is longer than its column", ({ visit }) => {
  for (const width of [1280, 390]) {
    test(`is cut in the list of endpoints, ${width} pixels wide`, async () => {
      const { page, server, signIn } = await visit({ width });
      const url = `https://hooks.example.com/${"webhook".repeat(60)}`;
      await server.call("POST", "/endpoints", { url, eventTypes: ["*"] });
      await page.goto("/endpoints");
      await signIn();
      const table = await page.getByRole("table", { name: "Endpoints" }).boundingBox();
      const link = await page.getByRole("link", { name: /^https:/ }).boundingBox();
      if (table === null || link === null) throw new Error("both are shown");
      const roomFor = width === 1280 ? 0.6 : 1;
      expect(link.x + link.width).toBeLessThan(table.x + roomFor * table.width);
      // The mark that it opens in a new tab stays.
      await page
        .getByRole("link", { name: /^https:/ })
        .getByLabel("opens in a new tab")
        .click({ trial: true });
    });
  }
});
