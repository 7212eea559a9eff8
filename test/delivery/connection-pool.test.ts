import { expect, test } from "bun:test";
import { Socket } from "node:net";
import { ConnectionPool } from "../../src/delivery/connection-pool.ts";
import { HttpConnection } from "../../src/delivery/http-connection.ts";
import { createHandClock } from "../support/hand-clock.ts";

function setUp() {
  const clock = createHandClock();
  const pool = new ConnectionPool(clock, 4096);
  const idle = (origin: string, receiverKeepsMs: number | null = null) => {
    const socket = new Socket();
    const connection = new HttpConnection(origin, socket, pool);
    pool.keep(connection, receiverKeepsMs);
    return { connection, socket };
  };
  return { clock, pool, idle };
}

test("the connection that was used last is taken first, and each once", () => {
  const { pool, idle } = setUp();
  const [first, second] = [idle("https://a"), idle("https://a")];
  idle("https://b");
  expect(pool.take("https://a")).toBe(second.connection);
  expect(pool.take("https://a")).toBe(first.connection);
  expect(pool.take("https://a")).toBeNull();
});

test("a connection is closed after 50 s without use", () => {
  const { clock, pool, idle } = setUp();
  const { socket } = idle("https://a");
  clock.advance(49_000);
  expect(socket.destroyed).toBe(false);
  for (let i = 0; i < 2; i += 1) clock.advance(1000);
  expect(socket.destroyed).toBe(true);
  expect(pool.take("https://a")).toBeNull();
});

test("a connection is kept a second less than its receiver says", () => {
  const { clock, pool, idle } = setUp();
  idle("https://a", 5000);
  clock.advance(3999);
  const taken = pool.take("https://a");
  expect(taken).not.toBeNull();
  if (taken !== null) pool.keep(taken, 5000);
  clock.advance(4000);
  expect(pool.take("https://a")).toBeNull();
  const { socket } = idle("https://a", 1000);
  expect(socket.destroyed).toBe(true);
});

test("one that is too old is never handed out, also before it is closed", () => {
  const { clock, pool, idle } = setUp();
  const young = idle("https://a");
  const old = idle("https://a", 1500);
  clock.advance(500);
  expect(pool.take("https://a")).toBe(young.connection);
  expect(old.socket.destroyed).toBe(true);
});

test("of one origin 64 are kept, and of all 4,096: the longest idle one gives way", () => {
  const { idle } = setUp();
  const ofOne = Array.from({ length: 65 }, () => idle("https://a").socket);
  expect(ofOne.map((socket) => socket.destroyed)).toEqual([...Array<boolean>(64).fill(false), true]);
  const others = Array.from({ length: 4096 - 64 }, (_, i) => idle(`https://h${i}`).socket);
  expect([...ofOne.slice(0, 64), ...others].some((socket) => socket.destroyed)).toBe(false);
  idle("https://one-more");
  expect(ofOne[0]?.destroyed).toBe(true);
  expect(ofOne[1]?.destroyed).toBe(false);
});

test("one that ends while it is idle is forgotten", async () => {
  const { pool, idle } = setUp();
  const { socket } = idle("https://a");
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.destroy();
  await closed;
  expect(pool.take("https://a")).toBeNull();
});

test("the idle ones of an origin are ended together, and no other's", () => {
  const { pool, idle } = setUp();
  const ended = [idle("https://a"), idle("https://a")];
  const other = idle("https://b");
  pool.endIdle("https://a");
  expect(ended.every(({ socket }) => socket.destroyed)).toBe(true);
  expect(pool.take("https://b")).toBe(other.connection);
});
