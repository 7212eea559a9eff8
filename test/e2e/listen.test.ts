import { expect, test } from "bun:test";
import { executable, readLines, useStage } from "../support/posthorn-process.ts";
import { until } from "../support/until.ts";

const stage = useStage();

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const otherSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

/** A running `posthorn listen` on a free port, and what it has printed. */
async function listen(...args: string[]) {
  const lines: string[] = [];
  const child = Bun.spawn([executable(), "listen", "--port", "0", ...args], {
    cwd: stage.directory(),
    env: {},
    stdout: "pipe",
    stderr: "inherit",
  });
  stage.keep(child, () => {
    child.kill("SIGKILL");
    return child.exited;
  });
  void readLines(child.stdout, (line) => lines.push(line));
  await until(() => lines.length > 0, { withinMs: 30_000 });
  const url = /http:\S+/.exec(lines[0] ?? "")?.[0] ?? "";
  const stop = () => {
    child.kill("SIGTERM");
    return child.exited;
  };
  return { url, text: () => lines.join("\n"), stop };
}

/** A server that has sent one event to that URL; resolves when the attempt was recorded. */
async function deliverTo(url: string) {
  const server = await stage.serve();
  const endpoint = { url, eventTypes: ["*"], secret, retry: { preset: "none" } };
  await server.call("POST", "/endpoints", endpoint);
  await server.call("POST", "/events", { id: "order-1", type: "order.paid", data: { total: 12 } });
  const delivery = async () => (await server.call("GET", "/deliveries")).body.data[0];
  await until(async () => (await delivery()).status !== "pending");
  return delivery();
}

test("listen prints what it gets and verifies it with the endpoint's secret", async () => {
  const receiver = await listen("--secret", secret);
  expect(await deliverTo(`${receiver.url}hook`)).toMatchObject({
    status: "succeeded",
    lastResponseStatus: 200,
  });
  await until(() => receiver.text().includes('"total": 12'));
  for (const text of ["POST /hook  order.paid  attempt 1", "webhook-id order-1", "signature verified"]) {
    expect(receiver.text()).toContain(text);
  }
  expect(receiver.text()).not.toContain(secret);
  expect(await receiver.stop()).toBe(0);
}, 60_000);

test("listen reports a webhook that another secret signed", async () => {
  const receiver = await listen("--secret", otherSecret);
  await deliverTo(receiver.url);
  await until(() => receiver.text().includes("signature NOT verified: no signature matches"));
  expect(receiver.text()).not.toContain("signature verified");
}, 60_000);

test("listen answers with the status it was given, and says that it verifies nothing without a secret", async () => {
  const receiver = await listen("--status", "503");
  expect(await deliverTo(receiver.url)).toMatchObject({ status: "failed", lastResponseStatus: 503 });
  expect(receiver.text()).toContain("Signatures are not verified");
}, 60_000);
