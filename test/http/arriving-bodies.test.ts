import { expect, test } from "bun:test";
import { ArrivingBodies } from "../../src/http/arriving-bodies.ts";

const limit = { bytesMax: 1_000_000, whenLarger: "The body is larger." };
const part = new Uint8Array(100_000);

/** A request of which some has come; the rest is up to the test. */
function anUnfinishedRequest(headers: Record<string, string> = {}) {
  let rest: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(part);
      rest = controller;
    },
  });
  const request = new Request("http://localhost/in/src_a", { method: "POST", headers, body });
  return { request, finish: () => rest?.close(), breakOff: () => rest?.error(new Error("gone")) };
}

const whole = (bytes = 100_000) =>
  new Request("http://localhost/in/src_a", { method: "POST", body: new Uint8Array(bytes) });

/** Lets what has been sent arrive. */
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

test("what is on its way is bounded for each source, and is free again when it has come or broken off", async () => {
  const bodies = new ArrivingBodies({ bytesMax: 1_000_000, bytesMaxOfSource: 200_000 });
  const [first, second] = [anUnfinishedRequest(), anUnfinishedRequest()];
  const reading = [first, second].map(({ request }) => bodies.read(request, "src_a", limit));
  await turns();
  await expect(bodies.read(whole(), "src_a", limit)).rejects.toMatchObject({ code: "unavailable" });
  expect(await bodies.read(whole(), "src_b", limit)).toHaveLength(100_000);

  first.finish();
  expect(await reading[0]).toEqual(part);
  expect(await bodies.read(whole(), "src_a", limit)).toHaveLength(100_000);
  second.breakOff();
  await expect(reading[1]).rejects.toMatchObject({ code: "invalid_json" });
  await turns();
  expect(await bodies.read(whole(200_000), "src_a", limit)).toHaveLength(200_000);
});

test("what is on its way is bounded for all sources together", async () => {
  const bodies = new ArrivingBodies({ bytesMax: 200_000, bytesMaxOfSource: 200_000 });
  const reading = ["src_a", "src_b"].map((id) => {
    const { request, finish } = anUnfinishedRequest();
    return { finish, done: bodies.read(request, id, limit) };
  });
  await turns();
  await expect(bodies.read(whole(), "src_c", limit)).rejects.toMatchObject({ code: "unavailable" });
  for (const { finish } of reading) finish();
  await Promise.all(reading.map(({ done }) => done));
  expect(await bodies.read(whole(), "src_c", limit)).toHaveLength(100_000);
});

test("a small body that says so comes through whatever else is on its way", async () => {
  const bodies = new ArrivingBodies({ bytesMax: 100_000, bytesMaxOfSource: 100_000 });
  const { request, finish } = anUnfinishedRequest();
  const reading = bodies.read(request, "src_a", limit);
  await turns();
  const body = "x".repeat(65_536);
  const headers = { "content-length": "65536" };
  const small = new Request("http://localhost/in/src_a", { method: "POST", headers, body });
  expect(await bodies.read(small, "src_a", limit)).toHaveLength(65_536);
  finish();
  await reading;
});
