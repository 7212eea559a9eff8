import { expect, test } from "bun:test";
import { describeInBrowser, type Visit } from "../support/browser.ts";

const anInternalProblem = { code: "internal", detail: "It broke.", errors: [], requestId: "req_1" };

/** Signs in and goes to the endpoint's page. */
async function look({ page, signIn, open }: Visit, id: string): Promise<void> {
  await signIn();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await open(`/endpoints/${id}`);
}

describeInBrowser("an endpoint's signing secret", ({ visit }) => {
  test("is read only when somebody asks for it, stays hidden until then, and says until when the old one works", async () => {
    const window = await visit({ consoleMay: /500/ });
    const { page, server, expectAccessible } = window;
    const { body } = await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
    });
    let read = 0;
    await page.route(`**/api/v1/endpoints/${body.id}/secret`, (route) =>
      read++ === 0 ? route.fulfill({ status: 500, json: anInternalProblem }) : route.continue(),
    );
    await look(window, body.id);
    await page.getByRole("button", { name: "Reveal the secret" }).waitFor();
    expect(await page.content()).not.toContain(body.secret);
    expect(read).toBe(0);
    await page.getByRole("button", { name: "Reveal the secret" }).click();
    await page.getByRole("alert").getByText("It broke.").waitFor();
    await page.mouse.move(0, 0);
    await page.getByRole("tooltip").waitFor({ state: "detached" });
    await expectAccessible();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText(body.secret).waitFor();
    await page.getByRole("button", { name: "Hide the secret" }).click();
    await page.getByText(body.secret).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Rotate" }).click();
    const dialog = page.getByRole("dialog", { name: "Rotate the signing secret of hooks.example.com?" });
    await expectAccessible();
    const own = dialog.getByRole("textbox", { name: "A secret of your own" });
    await own.fill("whsec_typed");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Rotate" }).click();
    expect(await own.inputValue()).toBe("");
    await dialog.getByLabel("The old secret works for another").selectOption("1 hour");
    await dialog.getByRole("button", { name: "Rotate secret" }).click();
    await page.getByText(/^The old secret works until .* \(in (5\d min|1 h)\)$/).waitFor();
    const { secret, previous } = (await server.call("GET", `/endpoints/${body.id}/secret`)).body;
    expect(secret).not.toBe(body.secret);
    expect(previous).toHaveLength(1);
    await page.getByText(secret).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Reveal the secret" }).click();
    await page.getByText(/^The old secret works until/).waitFor();
  });

  test("with Ed25519 gives the public key to be copied without showing the secret", async () => {
    const window = await visit();
    const { page, server, expectAccessible } = window;
    const { body } = await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
      signing: { scheme: "ed25519" },
    });
    await look(window, body.id);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy public key" }).click();
    await page.getByText(body.publicKey).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(body.publicKey);
    expect(await page.content()).not.toContain(body.secret);
    await expectAccessible();
  });
});
