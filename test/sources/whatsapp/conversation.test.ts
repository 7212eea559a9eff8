import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { ConversationLog, type Said, type Writer } from "./conversation-log.ts";

const hour = 3_600_000;
const start = Date.parse("2026-05-13T12:00:00.000Z");
const at = (hours: number) => start + hours * hour;

const byPhone: Writer = { phone: "12025550143" };
const byUserId: Writer = { userId: "US.90000000000000000001" };
const byBoth: Writer = { ...byPhone, ...byUserId };

const opened = "conversation.opened";
const closed = "conversation.closed";

/** A log in which messages arrive as soon as they were written. */
function aLog(): ConversationLog & { hears(said: Said): string[] } {
  const log = new ConversationLog(start);
  return Object.assign(log, {
    hears(said: Said): string[] {
      log.nowMs = Math.max(log.nowMs, said.atMs);
      return log.say(said);
    },
  });
}

describe("a conversation", () => {
  test("is opened by a first message and closed 24 hours later", () => {
    const log = aLog();
    expect(log.hears({ from: byPhone, atMs: at(0), id: "wamid.first" })).toEqual([opened]);
    expect(log.data(0)).toMatchObject({
      source: "whatsapp",
      wabaId: "100000000000001",
      phoneNumberId: "200000000000001",
      businessPhone: "+12025550110",
      contact: { phone: "+12025550143", name: "Alex" },
      messageId: "wamid.first",
      openedAt: "2026-05-13T12:00:00.000Z",
      expiresAt: "2026-05-14T12:00:00.000Z",
      occurredAt: "2026-05-13T12:00:00.000Z",
    });
    expect(log.pass(at(24) - 1)).toEqual([]);
    expect(log.pass(at(24))).toEqual([closed]);
    expect(log.data(1)).toMatchObject({
      conversationId: log.data(0).conversationId,
      closedAt: "2026-05-14T12:00:00.000Z",
      occurredAt: "2026-05-14T12:00:00.000Z",
      reason: "window_expired",
    });
    expect(log.events.map(({ dedupKey }) => dedupKey)).toEqual([
      `wa:conv:${log.data(0).conversationId}:opened`,
      `wa:conv:${log.data(0).conversationId}:closed`,
    ]);
  });

  test("goes on for 24 hours from each further message", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(0) });
    expect(log.hears({ from: byPhone, atMs: at(20) })).toEqual([]);
    expect(log.pass(at(43))).toEqual([]);
    expect(log.pass(at(44))).toEqual([closed]);
  });

  test("is another one when someone writes after it was closed", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(0) });
    log.pass(at(30));
    expect(log.hears({ from: byPhone, atMs: at(31) })).toEqual([opened]);
    expect(log.data(2).conversationId).not.toBe(log.data(0).conversationId);
  });

  test("is closed before the next is opened, should the timer be late", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(0) });
    expect(log.hears({ from: byPhone, atMs: at(25) })).toEqual([closed, opened]);
    expect(log.data(1)).toMatchObject({ closedAt: new Date(at(24)).toISOString(), reason: "window_expired" });
  });

  test("goes on where the message that prolongs it comes after its time, but was written before", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(0) });
    log.nowMs = at(25);
    expect(log.say({ from: byPhone, atMs: at(23) })).toEqual([]);
    expect(log.pass(at(46))).toEqual([]);
    expect(log.pass(at(47))).toEqual([closed]);
  });

  test("is not cut short by a message that comes out of order", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(10) });
    expect(log.hears({ from: byPhone, atMs: at(2) })).toEqual([]);
    expect(log.pass(at(33))).toEqual([]);
    expect(log.pass(at(34))).toEqual([closed]);
  });

  test("is not opened by a message whose 24 hours are over when it comes", () => {
    const log = aLog();
    log.nowMs = at(24);
    expect(log.say({ from: byPhone, atMs: at(0) })).toEqual([]);
    expect(log.states.size).toBe(0);
  });

  test("is not opened again by a late message from before it was closed", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(0) });
    log.pass(at(25));
    expect(log.say({ from: byPhone, atMs: at(20) })).toEqual([]);
    expect(log.hears({ from: byPhone, atMs: at(26) })).toEqual([opened]);
  });

  test("is the same however often its message comes", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(0), id: "wamid.1" });
    expect(log.say({ from: byPhone, atMs: at(0), id: "wamid.1" })).toEqual([]);
  });

  test.each(["system", "revoke", "edit"])("is not opened by a message of the type %s", (type) => {
    const log = aLog();
    const content = { system: { type: "user_changed_number", wa_id: "12025550177" }, revoke: {}, edit: {} };
    expect(log.hears({ from: byPhone, atMs: at(0), over: { type, ...content } })).toEqual([]);
  });

  test("takes a time from far ahead for now", () => {
    const log = aLog();
    expect(log.say({ from: byPhone, atMs: at(1000) })).toEqual([opened]);
    expect(log.data(0)).toMatchObject({ openedAt: new Date(at(0)).toISOString() });
  });

  test("leaves nothing behind two days after the last message", () => {
    const log = aLog();
    log.hears({ from: byBoth, atMs: at(0) });
    expect(log.states.size).toBe(2);
    log.pass(at(48));
    expect(log.states.size).toBe(0);
  });

  test("of a group is one, whoever of it writes, and none of theirs", () => {
    const log = aLog();
    const over = { group_id: "Y2FwaV9ncm91cDpleGFtcGxlOjE=" };
    expect(log.hears({ from: byPhone, atMs: at(0), over })).toEqual([opened]);
    expect(log.data(0)).toMatchObject({ groupId: over.group_id });
    expect(log.hears({ from: { phone: "447700900123" }, atMs: at(1), over })).toEqual([]);
    expect(log.hears({ from: byPhone, atMs: at(2) })).toEqual([opened]);
  });
});

describe("a contact who is known by a number and by a user id", () => {
  test("has one conversation when the two come together", () => {
    const log = aLog();
    expect(log.hears({ from: byPhone, atMs: at(0) })).toEqual([opened]);
    expect(log.hears({ from: byBoth, atMs: at(1) })).toEqual([]);
    expect(log.hears({ from: byUserId, atMs: at(2) })).toEqual([]);
    expect(log.hears({ from: byPhone, atMs: at(3) })).toEqual([]);
    expect(log.pass(at(26))).toEqual([]);
    expect(log.pass(at(27))).toEqual([closed]);
    expect(log.data(-1)).toMatchObject({ contact: { phone: "+12025550143", userId: byUserId.userId } });
  });

  test("has one again when there were two", () => {
    const log = aLog();
    log.hears({ from: byPhone, atMs: at(0) });
    expect(log.hears({ from: byUserId, atMs: at(1) })).toEqual([opened]);
    expect(log.hears({ from: byBoth, atMs: at(2) })).toEqual([closed]);
    expect(log.data(2)).toMatchObject({ conversationId: log.data(1).conversationId, reason: "merged" });
    expect(log.hears({ from: byUserId, atMs: at(3) })).toEqual([]);
    expect(log.pass(at(27))).toEqual([closed]);
    expect(log.data(3)).toMatchObject({ conversationId: log.data(0).conversationId });
  });

  test("is known by both after a conversation was closed", () => {
    const log = aLog();
    log.hears({ from: byBoth, atMs: at(0) });
    log.pass(at(25));
    expect(log.say({ from: byPhone, atMs: at(20) })).toEqual([]);
    expect(log.say({ from: byUserId, atMs: at(20) })).toEqual([]);
  });
});

test("whatever comes in whatever order, what is opened is closed once, and nobody has two conversations at the end", () => {
  const step = fc.record({
    from: fc.constantFrom(byPhone, byUserId, byBoth),
    waitHours: fc.integer({ min: 0, max: 30 }),
    lateHours: fc.constantFrom(0, 0, 0, 1, 10, 23, 25, 60),
    isSwept: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const log = new ConversationLog(start);
      for (const { from, waitHours, lateHours, isSwept } of steps) {
        if (isSwept) log.pass(log.nowMs + waitHours * hour);
        else log.nowMs += waitHours * hour;
        log.say({ from, atMs: log.nowMs - lateHours * hour });
      }
      log.say({ from: byBoth, atMs: log.nowMs });
      const idsOf = (type: string) =>
        log.events
          .filter((event) => event.type === type)
          .map(({ data }) => (JSON.parse(data) as { conversationId: string }).conversationId);
      expect(idsOf(opened).length - idsOf(closed).length).toBe(1);
      log.pass(log.nowMs + 24 * hour);
      expect(new Set(idsOf(closed)).size).toBe(idsOf(closed).length);
      expect(idsOf(closed).sort()).toEqual(idsOf(opened).sort());
      log.pass(log.nowMs + 24 * hour);
      expect([...log.states.keys()]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
