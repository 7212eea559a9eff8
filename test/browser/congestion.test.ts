import { expect, test } from "bun:test";
import { systemClock } from "../../src/platform/clock.ts";
import { anEndpoint, anEvent, aStore } from "../support/a-store.ts";
import { describeInBrowser } from "../support/browser.ts";
import type { ServeOptions, Stage } from "../support/posthorn-process.ts";
import { served } from "../support/served-store.ts";
import { VirtualClock } from "../support/virtual-clock.ts";
import { aReceiver } from "../support/webhook-receiver.ts";

/** An endpoint that may get one event a second, for which three hundred wait since three minutes. */
async function aCongestedInstance(stage: Stage): Promise<{ serve: ServeOptions; id: string }> {
  const clock = new VirtualClock(systemClock.now() - 180_000);
  const data = stage.keep(await aStore({ clock }), ({ close }) => close());
  const { store, organizationId } = data;
  const nowMs = clock.now();
  const spec = { description: "CRM", url: aReceiver(stage).url, rateLimitPerSecond: 1 };
  const { endpoint } = await store.createEndpoint(organizationId, anEndpoint({ nowMs, spec }));
  for (let n = 0; n < 300; n++) await store.acceptEvent(organizationId, anEvent({ id: `e-${n}`, nowMs }));
  return { serve: await served(data), id: endpoint.id };
}

describeInBrowser("an endpoint for which more arrives than gets through", ({ visit, stage }) => {
  test("says so in figures, wherever it is shown, and leads to what helps", async () => {
    const { serve, id } = await aCongestedInstance(stage);
    const { page, server, signIn, open, expectAccessible } = await visit({ serve });
    await signIn();
    await page.getByText(/^\d+ wait, and the limit lets 1\/s through/).waitFor();
    await page.getByRole("link", { name: "Change limit: CRM" }).waitFor();
    const events = Array.from({ length: 90 }, () => ({ type: "order.created", data: {} }));
    await server.call("POST", "/events/batch", { events });
    await open(`/endpoints/${id}`);
    await page
      .getByText(
        /^Events arrive at [\d.]+\/s, the limit lets 1\/s through; \d+ wait: raise it or subscribe to less\./,
      )
      .waitFor();
    await expectAccessible();
    await page.getByRole("link", { name: "Change limit or event types" }).click();
    await page.getByRole("textbox", { name: /^Rate limit/ }).fill("");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("CRM is saved.").waitFor();
    await page.getByText("More arrives than gets through").waitFor({ state: "hidden" });
    expect((await server.call("GET", `/endpoints/${id}`)).body.rateLimitPerSecond).toBeNull();
  });
});
