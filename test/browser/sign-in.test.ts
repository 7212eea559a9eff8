import { expect, test } from "bun:test";
import { describeInBrowser } from "../support/browser.ts";

describeInBrowser("signing in", ({ visit }) => {
  test("with a key leads to the overview, and stays over a reload", async () => {
    const { page, signIn, expectAccessible } = await visit();
    await page.goto("/");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await expectAccessible();
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    expect(await page.title()).toBe("Overview · Posthorn");
    await expectAccessible();
  });

  test("with a wrong key says so, where it was typed, and lets one try again", async () => {
    const { page, signIn, expectAccessible } = await visit({ consoleMay: /401/ });
    await signIn("phk_wrong");
    await page.getByText("This key is wrong, revoked or expired.").waitFor();
    expect(await page.getByRole("textbox", { name: "API key" }).getAttribute("aria-invalid")).toBe("true");
    await expectAccessible();
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
  });

  test("leaves the key nowhere in the browser", async () => {
    const { page, signIn } = await visit();
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    const kept = await page.evaluate<string>(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])",
    );
    expect(kept).not.toContain("phk_");
    expect(kept).not.toContain("posthorn_session");
  });

  test("and out again: the next one is asked for a key, wherever the address leads", async () => {
    const { page, signIn } = await visit();
    await signIn();
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.goto("/?span=7d");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await signIn();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    expect(new URL(page.url()).search).toBe("?span=7d");
  });

  test("when the session has ended meanwhile, the page asks for the key again", async () => {
    const { page, server, signIn } = await visit({ consoleMay: /401/ });
    const { body } = await server.call("POST", "/api-keys", { name: "short", role: "admin" });
    await signIn(body.key);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await server.call("DELETE", `/api-keys/${body.id}`);
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });
});
