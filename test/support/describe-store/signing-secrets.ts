import { describe, expect, test } from "bun:test";
import { refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Which secrets sign, and for how long. */
export function describeSigningSecrets(subject: StoreUnderTest): void {
  const { create, now } = subject;

  describe("signing secrets", () => {
    const rotation = (over = {}) => ({
      secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
      gracePeriodSeconds: 60,
      nowMs: now(),
      ...over,
    });

    test("after a rotation both secrets sign, newest first, until the grace period ends", async () => {
      const { id } = await create();
      const { secret } = await subject.store.rotateSecret(subject.org, id, rotation());
      expect(secret.previous).toEqual([{ expiresAt: new Date(now() + 60_000).toISOString() }]);
      const target = await subject.store.findTarget(subject.org, id);
      expect(target.secrets.map(({ expiresAtMs }) => expiresAtMs)).toEqual([null, now() + 60_000]);
      await subject.reopen();
      expect((await subject.store.findTarget(subject.org, id)).secrets).toEqual(target.secrets);
      subject.clock.stepWall(60_000);
      expect((await subject.store.getSecret(subject.org, id, now())).previous).toEqual([]);
    });

    test("a grace period of 0 cuts the old secret off at once", async () => {
      const { id } = await create();
      await subject.store.rotateSecret(subject.org, id, rotation({ gracePeriodSeconds: 0 }));
      expect((await subject.store.findTarget(subject.org, id)).secrets).toHaveLength(1);
    });

    test("a sixth active secret is refused", async () => {
      const { id } = await create();
      for (let n = 0; n < 4; n++) await subject.store.rotateSecret(subject.org, id, rotation());
      const refused = await refusal(subject.store.rotateSecret(subject.org, id, rotation()));
      expect(refused.code).toBe("limit_reached");
      expect(refused.message).toContain('or rotate with "gracePeriodSeconds": 0, which');
      expect((await subject.store.findTarget(subject.org, id)).secrets).toHaveLength(5);
      // What the sentence advises works.
      await subject.store.rotateSecret(subject.org, id, rotation({ gracePeriodSeconds: 0 }));
      expect((await subject.store.findTarget(subject.org, id)).secrets).toHaveLength(5);
    });
  });
}
