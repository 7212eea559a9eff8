import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { describeInBrowser, type Visit } from "../support/browser.ts";
import type { Server } from "../support/posthorn-process.ts";

const publicUrl = { env: { POSTHORN_PUBLIC_URL: "https://hooks.example.com" } };
const appSecret = "0123456789abcdef0123456789abcdef";

/** A source's id, made by the API. */
async function made(server: Server, body: object): Promise<string> {
  const reply = await server.call("POST", "/sources", body);
  expect(reply.status).toBe(201);
  return reply.body.id;
}

const github = { kind: "generic", name: "github", config: { preset: "github", secret: "it's a secret" } };

/** What GitHub would send; with another secret it is refused. */
async function push(server: Server, id: string, { secret = "it's a secret", delivery = "d-1" } = {}) {
  const body = '{"ref":"refs/heads/main","total":12345678901234567890}';
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const headers = {
    ...{ "content-type": "application/json", "x-hub-signature-256": signature },
    ...{ "x-github-event": "push", "x-github-delivery": delivery },
  };
  return (await fetch(`${server.url}/in/${id}`, { method: "POST", headers, body })).status;
}

async function openSource({ page, signIn }: Visit, id: string): Promise<void> {
  await page.goto(`/sources/${id}`);
  await signIn();
  await page.getByRole("heading", { name: "Requests" }).waitFor();
}

describeInBrowser("sources", ({ visit }) => {
  test("without any the page says what they are for, and leads to the first one: WhatsApp with all its steps", async () => {
    const { page, server, signIn, expectAccessible } = await visit();
    await page.goto("/sources");
    await signIn();
    await page.getByText("No sources yet").waitFor();
    await expectAccessible();
    await page.getByRole("link", { name: "Add source" }).first().click();
    const whatsapp = page.getByRole("button", { name: /^WhatsApp/ });
    await whatsapp.waitFor();
    await expectAccessible();
    await whatsapp.click();
    await page.getByRole("button", { name: "Add source" }).click();
    await page.getByText("Paste it here.").waitFor();
    await page.getByRole("textbox", { name: "App secret" }).fill(appSecret);
    await expectAccessible();
    await page.getByRole("button", { name: "Add source" }).click();
    await page.getByRole("heading", { name: "Enter the callback URL and the verify token" }).waitFor();
    await page.getByText("The public address is not known").waitFor();
    const { body } = await server.call("GET", "/sources");
    const [source] = body.data;
    await page.getByText(source.config.verifyToken).waitFor();
    await page.getByText("Nothing has arrived yet").waitFor();
    expect(await page.content()).not.toContain(appSecret);
    await expectAccessible();
  });

  test("a name that is taken is said at its field", async () => {
    const { page, server, signIn } = await visit({ consoleMay: /409|422/ });
    await made(server, github);
    await page.goto("/sources/new?platform=github");
    await signIn();
    await page.getByRole("textbox", { name: "Secret", exact: true }).fill("another");
    await page.getByRole("button", { name: "Add source" }).click();
    await page.locator("[aria-invalid=true]").waitFor();
    await page.getByRole("textbox", { name: "Name" }).fill("not a name");
    await page.getByRole("button", { name: "Add source" }).click();
    await page.getByText("Must be 1 to 57 of A-Z a-z 0-9 _ . : -").waitFor();
    await page.getByRole("textbox", { name: "Name" }).fill("github2");
    await page.getByRole("button", { name: "Add source" }).click();
    await page.getByRole("heading", { name: "github2" }).waitFor();
  });

  test("what arrives shows up with its verdict, the reason of a refusal, its events and its body as it came", async () => {
    const view = await visit({ serve: publicUrl });
    const { page, server, expectAccessible } = view;
    const id = await made(server, github);
    await openSource(view, id);
    await page.getByText(`https://hooks.example.com/in/${id}`).first().waitFor();
    expect(await page.getByText("The public address").count()).toBe(0);
    expect(await push(server, id)).toBe(200);
    expect(await push(server, id)).toBe(200);
    expect(await push(server, id, { secret: "wrong", delivery: "d-2" })).toBe(401);
    await page.getByRole("cell", { name: "Rejected" }).waitFor();
    await page.getByRole("cell", { name: "Duplicate" }).waitFor();
    await page.getByRole("cell", { name: "1 event", exact: true }).waitFor();
    await expectAccessible();
    await page.getByText("Accepted", { exact: true }).first().click();
    await page.getByRole("cell", { name: "1 event", exact: true }).click();
    const panel = page.getByRole("dialog", { name: "Request to github" });
    await panel.getByText("12345678901234567890").waitFor();
    await expectAccessible();
    await page.reload();
    await panel.getByText("12345678901234567890").waitFor();
    await panel.getByRole("link", { name: /^evt_/ }).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByText("Rejected", { exact: true }).first().click();
    await page.getByRole("cell", { name: /signature/ }).waitFor();
    expect(new URL(page.url()).searchParams.get("verdict")).toBe("rejected");
    expect(await page.getByRole("cell", { name: "Accepted" }).count()).toBe(0);
  });

  test("one for any sender is made and changed field by field; its secret stays as it is", async () => {
    const { page, server, signIn, expectAccessible } = await visit({ consoleMay: /422/ });
    await page.goto("/sources/new?platform=other");
    await signIn();
    await page.getByRole("textbox", { name: "Name" }).fill("shop");
    await page.getByRole("textbox", { name: "Before the signature" }).fill("sha256=");
    await page.getByRole("textbox", { name: "Secret", exact: true }).fill("s3cret");
    await page.getByRole("textbox", { name: "Event type", exact: true }).fill("Not A Type");
    await expectAccessible();
    await page.getByRole("button", { name: "Add source" }).click();
    await page.locator("[aria-invalid=true]").waitFor();
    expect(await page.locator("[aria-invalid=true]").inputValue()).toBe("Not A Type");
    await page.getByRole("textbox", { name: "Event type", exact: true }).fill("order.created");
    await page.getByRole("button", { name: "Add source" }).click();
    await page.getByRole("heading", { name: "shop", exact: true }).waitFor();
    await page.getByText("HMAC of the body (sha256, hex) in X-Signature").waitFor();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("orders");
    await page.getByRole("link", { name: "Alerts" }).click();
    await page
      .getByRole("dialog", { name: "Leave without saving?" })
      .getByRole("button", { name: "Stay" })
      .click();
    await page.getByRole("combobox", { name: "The event type" }).click();
    await page.getByRole("option", { name: "Stands in the body" }).click();
    await page.getByRole("textbox", { name: "Place of the type" }).fill("/type");
    await expectAccessible();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "orders", exact: true }).waitFor();
    const { body } = await server.call("GET", "/sources");
    const [{ id, config }] = body.data;
    expect(config.eventType).toEqual({ pointer: "/type" });
    const text = '{"type":"order.created"}';
    const signature = `sha256=${createHmac("sha256", "s3cret").update(text).digest("hex")}`;
    const headers = { "x-signature": signature };
    expect((await fetch(`${server.url}/in/${id}`, { method: "POST", headers, body: text })).status).toBe(200);
  });

  test("a secret is changed while the present one goes on, and dropped afterwards", async () => {
    const view = await visit();
    const { page, server, expectAccessible } = view;
    const id = await made(server, github);
    await openSource(view, id);
    await page.getByRole("button", { name: "Change secret" }).click();
    await page.getByRole("textbox", { name: "New secret" }).fill("the new one");
    await page.getByRole("textbox", { name: "Present secret" }).fill("it's a secret");
    await expectAccessible();
    await page.getByRole("dialog").getByRole("button", { name: "Change secret" }).click();
    await page.getByText("Two are stored").waitFor();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await push(server, id, { delivery: "d-1" })).toBe(200);
    expect(await push(server, id, { secret: "the new one", delivery: "d-2" })).toBe(200);
    await page.getByRole("button", { name: "Change secret" }).click();
    await page.getByRole("button", { name: "Drop the old one" }).click();
    const question = page.getByRole("dialog", { name: "Drop the old secret of github?" });
    await question.getByText("cannot be brought back").waitFor();
    await expectAccessible();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    expect(await push(server, id, { delivery: "d-5" })).toBe(200);
    await page.getByRole("button", { name: "Drop the old one" }).click();
    await question.getByRole("button", { name: "Drop old secret" }).click();
    await page.getByText("Stored, and never shown").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await push(server, id, { delivery: "d-3" })).toBe(401);
    expect(await push(server, id, { secret: "the new one", delivery: "d-4" })).toBe(200);
  });

  test("is disabled, enabled, and deleted only once its name was typed", async () => {
    const view = await visit();
    const { page, server, expectAccessible } = view;
    const id = await made(server, github);
    await openSource(view, id);
    await page.getByRole("button", { name: "Disable", exact: true }).click();
    await page.getByRole("button", { name: "Disable source" }).click();
    await page.getByText("github is disabled.").waitFor();
    expect(await push(server, id)).toBe(404);
    await page.getByRole("button", { name: "Enable", exact: true }).click();
    await page.getByRole("button", { name: "Enable source" }).click();
    await page.getByText("github is enabled.").waitFor();
    expect(await push(server, id)).toBe(200);
    await page.getByRole("button", { name: "Delete source" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete the source github?" });
    const remove = dialog.getByRole("button", { name: "Delete source" });
    expect(await remove.isDisabled()).toBe(true);
    await expectAccessible();
    await dialog.getByRole("textbox").fill("github");
    await remove.click();
    await page.getByText("No sources yet").waitFor();
    expect((await server.call("GET", `/sources/${id}`)).status).toBe(404);
  });

  test("a viewer sees what arrives, but neither the verify token nor anything to change", async () => {
    const { page, server, signIn, expectAccessible } = await visit({
      width: 390,
      height: 844,
      colorScheme: "dark",
    });
    const id = await made(server, { kind: "whatsapp", name: "meta", config: { appSecrets: [appSecret] } });
    const { body } = await server.call("POST", "/api-keys", { name: "onlooker", role: "viewer" });
    await page.goto(`/sources/${id}`);
    await signIn(body.key);
    await page.getByText("The verify token is shown to admins alone.").waitFor();
    for (const name of ["Disable", "Change secret", "Delete source"]) {
      expect(await page.getByRole("button", { name }).count()).toBe(0);
    }
    expect(await page.getByRole("link", { name: "Edit" }).count()).toBe(0);
    await expectAccessible();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });
});
