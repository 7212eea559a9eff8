import { describe } from "bun:test";
import { runScenarios } from "../support/scenarios.ts";

const path = "/api/v1/sources";
const hmac = { kind: "hmac", header: "X-Signature", secret: "a secret" };

describe("POST /sources: a configuration that could not work", () => {
  runScenarios(
    [
      { kind: "bearer", token: "töken" },
      { kind: "header-token", header: "X-Token", token: " token" },
      { kind: "header-token", header: "X-Token", token: "a", previousToken: "token\n" },
      { ...hmac, prefix: " v1=" },
    ].map((verification) => ({
      name: `what no header can carry is refused: ${JSON.stringify(verification)}`,
      method: "POST",
      path,
      body: { kind: "generic", name: "up", config: { verification } },
      status: 422,
      contains: ['"path":"config.verification.', "must be printable ASCII"],
    })),
  );
});
