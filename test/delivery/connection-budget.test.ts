import { expect, test } from "bun:test";
import { planConnections } from "../../src/delivery/connection-budget.ts";

test.each([
  [null, { maxInFlight: 2048, idleSocketsMax: 4096, limitWanted: null }],
  [1_048_576, { maxInFlight: 2048, idleSocketsMax: 4096, limitWanted: null }],
  [4096, { maxInFlight: 2048, idleSocketsMax: 1504, limitWanted: null }],
  [1024, { maxInFlight: 496, idleSocketsMax: 248, limitWanted: 4096 }],
  [64, { maxInFlight: 16, idleSocketsMax: 8, limitWanted: 4096 }],
  [32, { maxInFlight: 1, idleSocketsMax: 0, limitWanted: 4096 }],
])("a limit of %p descriptors leaves some for the API", (limit, budget) => {
  expect(planConnections(limit, 2048)).toEqual(budget);
});
