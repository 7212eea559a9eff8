import { expect, test } from "bun:test";
import { type ApiReply, anApi, type CallOptions, type TestApi } from "./an-api.ts";

/** One request and what must, and must not, come back. */
export interface Scenario<Given = unknown> extends Omit<CallOptions, "body"> {
  name: string;
  /** What there must be before the request; its result is handed to `path` and `body`. */
  given?: (api: TestApi) => Promise<Given>;
  method: string;
  path: string | ((given: Given) => string);
  body?: unknown | ((given: Given) => unknown);
  status: number;
  /** Texts in the reply's body. */
  contains?: readonly string[];
  /** Texts that must not be in the reply's body. */
  lacks?: readonly string[];
  /** What else must hold. */
  afterwards?: (reply: ApiReply, api: TestApi, given: Given) => void | Promise<void>;
}

/** Runs each scenario as a test on a store of its own. */
export function runScenarios<Given = unknown>(scenarios: readonly Scenario<Given>[]): void {
  for (const scenario of scenarios) {
    test(scenario.name, async () => {
      const api = await anApi();
      try {
        await runScenario(scenario, api);
      } finally {
        await api.close();
      }
    });
  }
}

async function runScenario<Given>(scenario: Scenario<Given>, api: TestApi): Promise<void> {
  const {
    name: _,
    given: prepare,
    method,
    path,
    body,
    status,
    contains,
    lacks,
    afterwards,
    ...options
  } = scenario;
  const given = (await prepare?.(api)) as Given;
  const reply = await api.call(method, typeof path === "function" ? path(given) : path, {
    ...options,
    ...(body === undefined ? {} : { body: typeof body === "function" ? body(given) : body }),
  });
  expect({ status: reply.status, text: reply.text }).toEqual({ status, text: expect.any(String) });
  for (const text of contains ?? []) expect(reply.text).toContain(text);
  for (const text of lacks ?? []) expect(reply.text).not.toContain(text);
  await afterwards?.(reply, api, given);
}
