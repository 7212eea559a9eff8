import { describe, expect, test } from "bun:test";
import { aKey } from "../a-store.ts";
import { refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Finding, revoking and rotating API keys. */
export function describeApiKeys(subject: StoreUnderTest): void {
  const { now } = subject;

  describe("API keys", () => {
    test("a key is found by its hash until it is revoked", async () => {
      await subject.store.createKey(
        subject.org,
        aKey({ id: "key_1", hash: "h1", role: "publisher", nowMs: now() }),
      );
      expect(await subject.store.findKeyByHash("h1")).toMatchObject({
        id: "key_1",
        role: "publisher",
        organizationId: subject.org,
      });
      await subject.store.revokeKey(subject.org, "key_1");
      expect(await subject.store.findKeyByHash("h1")).toBeNull();
      expect((await refusal(subject.store.revokeKey(subject.org, "key_1"))).code).toBe("not_found");
    });

    test("after a rotation the old key ends when it was told to", async () => {
      await subject.store.createKey(subject.org, aKey({ id: "key_1", hash: "h1", nowMs: now() }));
      const successor = { id: "key_2", hash: "h2", prefix: "phk_2", nowMs: now() };
      await subject.store.rotateKey(subject.org, "key_1", successor, now() + 1000);
      expect(await subject.store.findKeyByHash("h1")).toMatchObject({ expiresAtMs: now() + 1000 });
      expect(await subject.store.findKeyByHash("h2")).toMatchObject({
        id: "key_2",
        role: "admin",
        expiresAtMs: null,
      });
    });

    test("the last use is noted, at most once a minute", async () => {
      await subject.store.createKey(subject.org, aKey({ id: "key_1", hash: "h1", nowMs: now() }));
      await subject.store.findKeyByHash("h1");
      await subject.store.touchKey("key_1", now());
      const first = (await subject.store.getKey(subject.org, "key_1")).lastUsedAt;
      subject.clock.stepWall(59_000);
      await subject.store.touchKey("key_1", now());
      expect((await subject.store.getKey(subject.org, "key_1")).lastUsedAt).toBe(first);
      subject.clock.stepWall(1000);
      await subject.store.touchKey("key_1", now());
      expect((await subject.store.getKey(subject.org, "key_1")).lastUsedAt).not.toBe(first);
    });

    test("the first start makes its organization and key once", async () => {
      const key = aKey({ id: "key_again", hash: "again", role: "operator" });
      expect(await subject.store.initialize({ organizationId: "org_other", key })).toEqual({
        created: false,
      });
      expect(await subject.store.findKeyByHash("again")).toBeNull();
      expect(await subject.store.findOrganization("default")).toMatchObject({
        id: subject.org,
        uid: "default",
      });
    });
  });
}
