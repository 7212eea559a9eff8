import { expect, test } from "bun:test";
import { Webhook } from "standardwebhooks";
import { verifyWebhook } from "../../src/cli/verify-webhook.ts";
import { createHandClock } from "../support/hand-clock.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const otherSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const body = '{"type":"message.delivered"}';
const clock = createHandClock();

function aRequest(changes: Record<string, string> = {}): Headers {
  const timestamp = new Date(clock.now());
  return new Headers({
    "webhook-id": "evt_1",
    "webhook-timestamp": String(Math.floor(clock.now() / 1000)),
    "webhook-signature": new Webhook(secret).sign("evt_1", timestamp, body),
    ...changes,
  });
}

test("a genuine request is verified, also beside the signature of another secret", () => {
  expect(verifyWebhook(aRequest(), body, secret, clock)).toBeNull();
  const both = `v1,AAAA ${aRequest().get("webhook-signature")}`;
  expect(verifyWebhook(aRequest({ "webhook-signature": both }), body, secret, clock)).toBeNull();
});

test("another secret, another body, an old or a missing header is a reason", () => {
  expect(verifyWebhook(aRequest(), body, otherSecret, clock)).toContain("no signature matches");
  expect(verifyWebhook(aRequest(), `${body} `, secret, clock)).toContain("no signature matches");
  expect(verifyWebhook(aRequest({ "webhook-timestamp": "1700000000" }), body, secret, clock)).toContain(
    "more than 5 minutes off",
  );
  expect(verifyWebhook(new Headers(), body, secret, clock)).toContain("is missing");
});
