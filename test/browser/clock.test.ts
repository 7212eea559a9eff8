import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

/** A computer whose clock is so many milliseconds ahead. */
const skewed = (ms: number) => `{
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...given) { given.length > 0 ? super(...given) : super(Right.now() + ${ms}); }
    static now() { return Right.now() + ${ms}; }
  };
}`;
const dayMs = 86_400_000;

describeInBrowser("on a computer whose clock is wrong", ({ visit }) => {
  for (const [name, ms] of [
    ["three days ahead", 3 * dayMs],
    ["forty days behind", -40 * dayMs],
  ] as const) {
    test(`by being ${name}, pages go by the server's`, async () => {
      const { page, server, open, signIn } = await visit();
      await page.context().addInitScript(skewed(ms));
      await server.call("POST", "/events", { type: "order.created", data: {} });
      await open("/events?span=1h");
      await signIn();
      await page.getByRole("link", { name: "order.created" }).waitFor();
      expect(await page.getByText(/^(just now|\d+ s ago)$/).count()).toBeGreaterThan(0);
      await open("/");
      await page.getByRole("heading", { name: "Overview" }).waitFor();
      expect(await page.getByText("could not be loaded").count()).toBe(0);
    });
  }
});
