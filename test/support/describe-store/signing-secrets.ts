import { describe, expect, test } from "bun:test";
import { refusal, type StoreUnderTest } from "./store-under-test.ts";

/** Which secrets sign, and for how long. */
export function describeSigningSecrets(subject: StoreUnderTest): void {
  const { create, now } = subject;

  describe("signing secrets", () => {
    const rotation = (over = {}) => ({
      secretFor: () => "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
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

    test("a change of the scheme ends all old secrets at once, also after a restart", async () => {
      const { id } = await create();
      await subject.store.rotateSecret(subject.org, id, rotation());
      const newSecret =
        "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
      const signing = { scheme: "ed25519", bodySignature: null } as const;
      await subject.store.updateEndpoint(subject.org, id, (spec) => ({ ...spec, signing, newSecret }), now());
      for (const restart of [async () => {}, subject.reopen]) {
        await restart();
        const target = await subject.store.findTarget(subject.org, id);
        expect([target.signing, target.secrets]).toEqual([
          signing,
          [{ secret: newSecret, expiresAtMs: null }],
        ]);
        expect(await subject.store.getSecret(subject.org, id, now())).toEqual({
          secret: newSecret,
          publicKey: "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
          previous: [],
        });
      }
    });

    test("a rotation is told the scheme that the endpoint has", async () => {
      const { id } = await create();
      const schemes: string[] = [];
      const secretFor = (scheme: string) => {
        schemes.push(scheme);
        return rotation().secretFor();
      };
      await subject.store.rotateSecret(subject.org, id, rotation({ secretFor }));
      expect(schemes).toEqual(["hmac"]);
    });

    test("a body signature's own secret survives a restart and is never shown", async () => {
      const bodySignature = {
        header: "X-Sig",
        encoding: "hex",
        prefix: "",
        secret: "hunter2hunter2",
      } as const;
      const signing = { scheme: "hmac", bodySignature } as const;
      const { id } = await create({ spec: { signing } });
      await subject.reopen();
      expect((await subject.store.findTarget(subject.org, id)).signing).toEqual(signing);
      expect((await subject.store.getEndpoint(subject.org, id, now())).signing).toEqual({
        scheme: "hmac",
        bodySignature: { ...bodySignature, secret: "[redacted]" },
      });
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
