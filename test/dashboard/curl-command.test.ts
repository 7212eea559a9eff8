import { expect, test } from "bun:test";
import { curlCommand } from "../../src/dashboard/parts/payload-panel/curl-command.ts";

const request = {
  url: "https://hooks.example.com/in?a=1&b=2",
  headers: { "content-type": "application/json", "content-length": "9", "X-Env": "prod" },
  body: '{"a":"b"}',
};

test("a request reads as a command, without what curl writes itself", () => {
  expect(curlCommand(request)).toBe(
    [
      "curl -X POST 'https://hooks.example.com/in?a=1&b=2' \\",
      "  -H 'content-type: application/json' \\",
      "  -H 'X-Env: prod' \\",
      `  --data-raw '{"a":"b"}'`,
    ].join("\n"),
  );
});

test("a sensitive value is left out, and its header says so", () => {
  const command = curlCommand({ ...request, headers: { Authorization: "[redacted]" } });
  expect(command).toContain("-H 'Authorization: <left out>'");
  expect(command).not.toContain("redacted");
});

test("nothing in a body gets out of its quotes", async () => {
  const body = `{"text":"it's $(touch x) \`y\` \\"z\\" \\\\"}\n!`;
  const command = curlCommand({ ...request, body }) ?? "";
  // The shell's own reading of it: the last word is the body.
  const shell = Bun.spawn(["sh", "-c", `curl() { for word; do :; done; printf %s "$word"; }; ${command}`]);
  expect(await new Response(shell.stdout).text()).toBe(body);
});

test("of an erased event there is no command", () => {
  expect(curlCommand({ ...request, headers: null, body: null })).toBeNull();
});

test("brackets in an address mean themselves, not several addresses", () => {
  const commandFor = (url: string) => curlCommand({ ...request, url });
  expect(commandFor("https://hooks.example.com/in?filter[state]=open")).toStartWith(
    "curl --globoff -X POST ",
  );
  expect(commandFor("https://hooks.example.com/in?{a,b}")).toStartWith("curl --globoff -X POST ");
});
