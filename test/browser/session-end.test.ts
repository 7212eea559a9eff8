import { expect, test } from "bun:test";
import { describeInBrowser, type Visit } from "../support/browser.ts";
import { operatorKey } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

/** A busy machine takes a while. */
const withinMs = 30_000;
const refused = { consoleMay: /401/ };

/** Signs in with a key that can be taken away, and goes to a page. */
async function workAt({ page, server, signIn, open }: Visit, path: string): Promise<() => Promise<unknown>> {
  const { body } = await server.call("POST", "/api-keys", { name: "short", role: "admin" });
  await signIn(body.key);
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await open(path);
  return () => server.call("DELETE", `/api-keys/${body.id}`);
}

/** A key like the one that was taken away, or with another role. */
async function anotherKey({ server }: Visit, role = "admin"): Promise<string> {
  return (await server.call("POST", "/api-keys", { name: `another ${role}`, role })).body.key;
}

const asked = ({ page }: Visit) => page.getByRole("dialog", { name: "Your session has ended" });

/** Types what can be lost, and saves it when the session has ended. */
async function saveTooLate(window: Visit): Promise<void> {
  const endSession = await workAt(window, "/endpoints/new");
  const { page } = window;
  await page.getByRole("textbox", { name: "URL" }).fill("https://hooks.example.com/typed");
  await page.getByRole("textbox", { name: "Description" }).fill("Typed by hand");
  await page.getByRole("checkbox", { name: /^All events/ }).click();
  await endSession();
  await page.getByRole("button", { name: "Add endpoint" }).click();
  await asked(window).waitFor();
}

describeInBrowser("a session that ends while somebody works", ({ visit }) => {
  test("is begun again over the page, and what was typed is saved", async () => {
    const window = await visit(refused);
    const { page, server, signIn, expectAccessible } = window;
    await saveTooLate(window);
    await expectAccessible();
    await page.keyboard.press("Escape");
    await signIn("phk_wrong");
    await asked(window).getByText("This key is wrong, revoked or expired.").waitFor();
    await signIn(await anotherKey(window));
    await asked(window).waitFor({ state: "detached" });
    const url = page.getByRole("textbox", { name: "URL" });
    expect(await url.inputValue()).toBe("https://hooks.example.com/typed");
    await page.getByRole("button", { name: "Add endpoint" }).click();
    await page.getByText("whsec_").first().waitFor();
    const { body } = await server.call("GET", "/endpoints");
    expect(body.data[0].description).toBe("Typed by hand");
  });

  test("asks of itself where the page reads, reads nothing more, and everything anew afterwards", async () => {
    const window = await visit(refused);
    const { page, server, signIn } = window;
    await page.clock.install();
    const endSession = await workAt(window, "/endpoints");
    await page.getByText("No endpoints yet").waitFor();
    await endSession();
    await until(
      async () => {
        await page.clock.runFor(1000);
        return asked(window).isVisible();
      },
      { withinMs },
    );
    let requests = 0;
    page.on("request", () => requests++);
    for (let second = 0; second < 60; second++) await page.clock.runFor(1000);
    expect(requests).toBe(0);
    await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
      description: "Meanwhile",
    });
    await signIn(await anotherKey(window));
    await page.getByRole("link", { name: "Meanwhile" }).waitFor();
    const before = requests;
    await until(
      async () => {
        await page.clock.runFor(1000);
        return requests > before;
      },
      { withinMs },
    );
  });

  test("keeps a dialog that it ends under, with what stands in it", async () => {
    const window = await visit(refused);
    const { page, server, signIn, expectAccessible } = window;
    const { body } = await server.call("POST", "/endpoints", {
      url: "https://hooks.example.com/in",
      eventTypes: ["*"],
    });
    const endSession = await workAt(window, `/endpoints/${body.id}`);
    await page.getByRole("button", { name: "Rotate" }).click();
    const dialog = page.getByRole("dialog", { name: /^Rotate the signing secret/ });
    const own = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
    await dialog.getByRole("textbox", { name: "A secret of your own" }).fill(own);
    await endSession();
    await dialog.getByRole("button", { name: "Rotate secret" }).click();
    await asked(window).waitFor();
    await expectAccessible();
    await page.keyboard.press("Escape");
    await signIn(await anotherKey(window));
    await asked(window).waitFor({ state: "detached" });
    await dialog.getByText("Your session had ended, so this was not done.").waitFor();
    await dialog.getByRole("button", { name: "Rotate secret" }).click();
    await page.getByText(/^The old secret works until/).waitFor();
    expect((await server.call("GET", `/endpoints/${body.id}/secret`)).body.secret).toBe(own);
  });

  test("with a key of another role begins anew", async () => {
    const window = await visit(refused);
    const { page, signIn } = window;
    await saveTooLate(window);
    await signIn(await anotherKey(window, "owner"));
    await asked(window).waitFor({ state: "detached" });
    const url = page.getByRole("textbox", { name: "URL" });
    await until(async () => (await url.inputValue()) === "", { withinMs });
  });

  test("with a key of another organization begins anew: nothing that was typed gets there", async () => {
    // The organization that the window shows is asked for first, and refused.
    const window = await visit({ consoleMay: /401|403|404/ });
    const { page, server, signIn } = window;
    await saveTooLate(window);
    const { body: other } = await server.call("POST", "/organizations", { name: "Elsewhere" });
    const headers = { "X-Organization": other.id };
    const { body } = await server.call("POST", "/api-keys", { name: "theirs", role: "admin" }, { headers });
    await signIn(body.key);
    await asked(window).waitFor({ state: "detached" });
    const url = page.getByRole("textbox", { name: "URL" });
    await until(async () => (await url.inputValue()) === "", { withinMs });
  });

  test("can be left for the plain sign-in page", async () => {
    const window = await visit(refused);
    const { page, signIn } = window;
    await saveTooLate(window);
    await asked(window).getByRole("button", { name: "Go to the sign-in page instead" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await asked(window).count()).toBe(0);
    await signIn();
    await page.getByRole("heading", { name: "Add endpoint" }).waitFor();
    expect(await page.getByRole("textbox", { name: "URL" }).inputValue()).toBe("");
  });

  test("because of signing out in another window is begun again here, or there", async () => {
    const window = await visit(refused);
    const { page, signIn, open } = window;
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await open("/publish");
    await page.getByRole("textbox", { name: "Data" }).fill('{"typed":1}');
    const other = await page.context().newPage();
    await other.goto("/");
    await other.getByRole("button", { name: /^Account/ }).click();
    await other.getByRole("menuitem", { name: "Sign out" }).click();
    await other.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await other.getByRole("dialog").count()).toBe(0);
    await page.getByRole("combobox", { name: "Event type" }).fill("order.created");
    await asked(window).waitFor();
    await other.getByRole("textbox", { name: "API key" }).fill(operatorKey);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.getByRole("heading", { name: "Overview" }).waitFor();
    await asked(window).waitFor({ state: "detached" });
    expect(await page.getByRole("textbox", { name: "Data" }).inputValue()).toBe('{"typed":1}');
  });
});
