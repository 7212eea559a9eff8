import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { endpointInput } from "../../src/domain/endpoint.ts";
import {
  type EndpointDefaultsPatch,
  endpointDefaults,
  endpointDefaultsPatch,
  patchEndpointDefaults,
} from "../../src/domain/endpoint-defaults.ts";
import { refusals } from "../support/refusals.ts";

const ofOneEndpoint = ["url", "eventTypes", "uid", "headers", "secret"];

test("the defaults are every field of an endpoint but those of one endpoint alone", () => {
  const fields = Object.keys(endpointInput.shape).filter((name) => !ofOneEndpoint.includes(name));
  expect(Object.keys(endpointDefaults.shape)).toEqual(fields);
  expect(Object.keys(endpointDefaultsPatch.shape)).toEqual(fields);
  for (const name of ofOneEndpoint) {
    expect(refusals(endpointDefaultsPatch, { [name]: "x" })).toEqual([expect.stringContaining(name)]);
  }
});

describe("a merge patch of the defaults", () => {
  const patch = fc.record(
    {
      description: fc.option(fc.constantFrom("a", "b")),
      timeoutSeconds: fc.option(fc.integer({ min: 1, max: 30 })),
      autoDisableAfter: fc.option(fc.integer({ min: 1, max: 1000 })),
      retry: fc.option(fc.constantFrom({ preset: "short" as const }, { delaysSeconds: [1] })),
      metadata: fc.option(
        fc.dictionary(fc.constantFrom("a", "b", "c"), fc.option(fc.constantFrom("1", "2"))),
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<EndpointDefaultsPatch>;
  const defaults = patch.map((one) => patchEndpointDefaults({}, one));

  test("gives defaults again, whatever it holds, and the same when it comes twice", () => {
    fc.assert(
      fc.property(defaults, patch, (before, change) => {
        const after = patchEndpointDefaults(before, change);
        expect(refusals(endpointDefaults, after)).toEqual([]);
        expect(patchEndpointDefaults(after, change)).toEqual(after);
      }),
    );
  });

  test("leaves what it does not name", () => {
    fc.assert(
      fc.property(defaults, patch, (before, change) => {
        const after = patchEndpointDefaults(before, change);
        for (const name of Object.keys(before) as (keyof typeof before)[]) {
          if (!(name in change)) expect(after[name]).toEqual(before[name]);
        }
        expect(patchEndpointDefaults(before, {})).toEqual(before);
      }),
    );
  });

  test("takes a default away with null, but for autoDisableAfter, where null is never", () => {
    const before = { timeoutSeconds: 3, autoDisableAfter: 3, metadata: { a: "1" } };
    expect(
      patchEndpointDefaults(before, { timeoutSeconds: null, autoDisableAfter: null, metadata: null }),
    ).toEqual({ autoDisableAfter: null });
  });
});
