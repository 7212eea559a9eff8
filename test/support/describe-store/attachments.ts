import { describe, expect, test } from "bun:test";
import type { Attachment } from "../../../src/store/attachment.ts";
import { aKey, anEndpoint, anEvent, testSecret } from "../a-store.ts";
import { firstPage, refusal, type StoreUnderTest } from "./store-under-test.ts";

const dayMs = 24 * 3_600_000;
const request = { digest: "request 1", bodyDigest: "body 1" };

/** What is written beside a verb, whatever its family: the audit log and remembered replies. */
export function describeAttachments(subject: StoreUnderTest): void {
  const { now } = subject;

  const anAttachment = <Value>(over: Partial<Attachment<Value>> = {}): Attachment<Value> => ({
    organizationId: subject.org,
    nowMs: now(),
    audit: { keyId: "key_1", keyName: "ops", action: "endpoint.update", address: "192.0.2.1" },
    idempotency: { request, replyOf: () => ({ status: 202, body: '{"a":1}', eventId: null }) },
    ...over,
  });
  const publish = (id: string, over: Partial<Attachment<unknown>> = {}) =>
    subject.store.attach(anAttachment({ audit: null, ...over }), () =>
      subject.store.acceptEvent(subject.org, anEvent({ id, nowMs: now() })),
    );
  const findReply = () => subject.store.findReply(subject.org, request, now());
  const auditLog = async (filter = {}) =>
    (await subject.store.listAuditLog(subject.org, filter, firstPage)).data;

  describe("a remembered reply", () => {
    test("is found with the same body for 24 hours, also after a restart", async () => {
      await publish("evt_1");
      await subject.reopen();
      expect(await findReply()).toEqual({ status: 202, body: '{"a":1}' });
      await subject.clock.advance(dayMs - 1);
      expect(await findReply()).not.toBeNull();
      await subject.clock.advance(1);
      expect(await findReply()).toBeNull();
    });

    test("is a conflict with another body", async () => {
      await publish("evt_1");
      const other = { ...request, bodyDigest: "body 2" };
      const { code, retryAfterSeconds } = await refusal(subject.store.findReply(subject.org, other, now()));
      expect([code, retryAfterSeconds]).toEqual(["idempotency_conflict", null]);
    });

    test("is made of what the verb gave", async () => {
      await subject.store.attach(
        anAttachment<{ published: { id: string } }>({
          idempotency: {
            request,
            replyOf: ({ published }) => ({
              status: 202,
              body: JSON.stringify({ id: published.id }),
              eventId: null,
            }),
          },
        }),
        () => subject.store.acceptEvent(subject.org, anEvent({ id: "evt_1" })),
      );
      expect((await findReply())?.body).toBe('{"id":"evt_1"}');
    });

    test("is not there when the verb failed", async () => {
      const verb = subject.store.attach(anAttachment(), () =>
        subject.store.disableEndpoint(subject.org, "ep_none", "manual", now()),
      );
      expect((await refusal(verb)).code).toBe("not_found");
      expect([await findReply(), await auditLog()]).toEqual([null, []]);
    });

    test("keeps a second verb from being done with it", async () => {
      await publish("evt_1");
      expect((await refusal(publish("evt_2"))).code).toBe("idempotency_conflict");
      expect((await refusal(subject.store.getEvent(subject.org, "evt_2"))).code).toBe("not_found");
    });

    test("makes way for a new one after its time, although it was not deleted yet", async () => {
      await publish("evt_1");
      await subject.clock.advance(dayMs);
      await publish("evt_2", {
        idempotency: { request, replyOf: () => ({ status: 202, body: "2", eventId: null }) },
      });
      expect((await findReply())?.body).toBe("2");
    });

    test("belongs to the verb that was called with it, and to no other of its group", async () => {
      const [, beside] = await Promise.allSettled([
        publish("evt_1"),
        subject.publish({ id: "evt_2" }),
        subject.publish({ id: "evt_3" }),
      ]);
      expect(beside?.status).toBe("fulfilled");
      expect(await findReply()).not.toBeNull();
    });

    test("is deleted after its time, in steps, and those that hold stay", async () => {
      const digests = Array.from({ length: 450 }, (_, n) => `request ${n}`);
      const replyOf = () => ({ status: 202, body: "{}", eventId: null });
      const all = (some: readonly string[]) =>
        Promise.all(
          some.map((digest) =>
            publish(digest.replace(" ", "_"), {
              idempotency: { request: { digest, bodyDigest: "" }, replyOf },
            }),
          ),
        );
      await all(digests.slice(0, 445));
      await subject.clock.advance(dayMs);
      await all(digests.slice(445));
      let steps = 1;
      while (!(await subject.store.forgetReplies(now())).done) steps++;
      expect(steps).toBe(3);
      const last = { digest: "request 449", bodyDigest: "" };
      expect(await subject.store.findReply(subject.org, last, now())).not.toBeNull();
    });

    test("that cannot be made takes the verb along, in the file and in memory", async () => {
      const endpoint = await subject.create();
      const broken = subject.store.attach(
        anAttachment({
          idempotency: {
            request,
            replyOf() {
              throw new Error("no such field");
            },
          },
        }),
        () => subject.store.disableEndpoint(subject.org, endpoint.id, "manual", now()),
      );
      await expect(broken).rejects.toThrow("What belongs to a verb could not be written");
      expect((await subject.store.getEndpoint(subject.org, endpoint.id, now())).status).toBe("active");
      expect((await subject.publish()).work.due).toHaveLength(1);
    });
  });

  describe("the audit log", () => {
    const noted = (action: "endpoint.update" | "endpoint.disable" = "endpoint.update") =>
      anAttachment<never>({
        idempotency: null,
        audit: { keyId: "key_1", keyName: "ops", action, address: null },
      }) as Attachment<unknown>;
    const update = (id: string, over: Partial<ReturnType<typeof anEndpoint>["spec"]>) =>
      subject.store.attach(noted(), () =>
        subject.store.updateEndpoint(subject.org, id, (current) => ({ ...current, ...over }), now()),
      );

    test("has who, what and where, and each field before and after", async () => {
      const { id } = await subject.create();
      await update(id, { url: "https://receiver.example/v2", description: "CRM" });
      expect(await auditLog()).toEqual([
        {
          id: expect.stringMatching(/^aud_[0-9a-z]{26}$/),
          at: new Date(now()).toISOString(),
          keyId: "key_1",
          keyName: "ops",
          action: "endpoint.update",
          objectId: id,
          address: null,
          changes: {
            url: { from: "https://receiver.example/in", to: "https://receiver.example/v2" },
            description: { from: "", to: "CRM" },
          },
        },
      ]);
    });

    test("says that a sensitive value changed, and never which it was", async () => {
      const { id } = await subject.create({ spec: { headers: { Authorization: "Bearer one" } } });
      await update(id, { headers: { Authorization: "Bearer two" } });
      const [entry] = await auditLog();
      const headers = { Authorization: "[redacted]" };
      expect(entry?.changes).toEqual({ headers: { from: headers, to: headers } });
      expect(JSON.stringify(entry)).not.toMatch(/one|two/);
    });

    test("has no entry for what changed nothing", async () => {
      const { id } = await subject.create();
      await update(id, {});
      expect(await auditLog()).toEqual([]);
    });

    test("has no entry for what nobody asked to be written down", async () => {
      const { id } = await subject.create();
      await subject.store.disableEndpoint(subject.org, id, "consecutive_failures", now());
      expect(await auditLog()).toEqual([]);
    });

    test("keeps what an object was when it is deleted, without its secrets", async () => {
      const made = anEndpoint({ spec: { headers: { "X-Api-Key": "hidden" } } });
      await subject.store.attach(noted(), () => subject.store.createEndpoint(subject.org, made));
      await subject.store.attach(noted(), () => subject.store.deleteEndpoint(subject.org, made.id, now()));
      const [deleted, created] = await auditLog();
      expect(created?.changes.url).toEqual({ from: null, to: made.spec.url });
      expect(deleted?.changes.url).toEqual({ from: made.spec.url, to: null });
      expect(JSON.stringify([deleted, created])).not.toContain("hidden");
      expect(JSON.stringify([deleted, created])).not.toContain(testSecret);
    });

    test("knows what became of a key, and nothing of its token", async () => {
      const attach = (call: () => Promise<unknown>) => subject.store.attach(noted(), call);
      const key = aKey({ id: "key_a", hash: "hash-1", prefix: "phk_abcd", nowMs: now() });
      await attach(() => subject.store.createKey(subject.org, key));
      const successor = { id: "key_b", hash: "hash-2", prefix: "phk_efgh", nowMs: now() };
      await attach(() => subject.store.rotateKey(subject.org, "key_a", successor, now()));
      await attach(() => subject.store.revokeKey(subject.org, "key_b"));
      const entries = await auditLog();
      expect(entries.map(({ objectId }) => objectId)).toEqual(["key_b", "key_b", "key_a", "key_a"]);
      expect(entries[2]?.changes).toEqual({ expiresAt: { from: null, to: new Date(now()).toISOString() } });
      expect(JSON.stringify(entries)).not.toMatch(/phk_|hash-/);
    });

    test("is searched by action, key, object and time, newest first", async () => {
      const [a, b] = [await subject.create(), await subject.create()];
      await update(a.id, { description: "1" });
      await subject.clock.advance(1000);
      await update(b.id, { description: "2" });
      await subject.store.attach(noted("endpoint.disable"), () =>
        subject.store.disableEndpoint(subject.org, a.id, "manual", now()),
      );
      const found = async (filter: object) => (await auditLog(filter)).map(({ objectId }) => objectId);
      expect(await found({})).toEqual([a.id, b.id, a.id]);
      expect(await found({ action: "endpoint.disable" })).toEqual([a.id]);
      expect(await found({ objectId: b.id })).toEqual([b.id]);
      expect(await found({ keyId: "key_2" })).toEqual([]);
      expect(await found({ sinceMs: now() })).toEqual([a.id, b.id]);
      expect(await found({ untilMs: now() })).toEqual([a.id]);
    });
  });
}
