import { expect, test } from "bun:test";
import { headerNameProblem } from "../../src/domain/header-name.ts";
import { fixedHeaders } from "../../src/domain/outbound-request.ts";

const headers = fixedHeaders(
  { id: "order-1", type: "message.delivered" },
  { attemptNumber: 3, version: "1.2.3" },
);

test("every request says what it is, from whom, and which attempt", () => {
  expect(headers).toEqual({
    "content-type": "application/json",
    "user-agent": "Posthorn/1.2.3",
    "x-posthorn-event": "message.delivered",
    "x-posthorn-attempt": "3",
    "webhook-id": "order-1",
  });
});

test("no custom header can take the place of one of these", () => {
  for (const name of [...Object.keys(headers), "webhook-timestamp", "webhook-signature"]) {
    expect(headerNameProblem(name)).not.toBeNull();
  }
});
