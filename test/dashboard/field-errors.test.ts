import { expect, test } from "bun:test";
import { ApiProblem, unreachable } from "../../src/dashboard/api/problem.ts";
import { formErrorsOf } from "../../src/dashboard/parts/field-errors.ts";

const problem = (...fields: { path: string; message: string }[]) =>
  new ApiProblem({ code: "validation_failed", message: "Something is wrong.", fields, requestId: "req_1" });

test("a sentence stands at the field that its path begins with, the rest of the path before it, as it is written", () => {
  const found = formErrorsOf(
    problem(
      { path: "type", message: "is unknown" },
      { path: "data.orderId", message: "must be string" },
      { path: "data.lines.0", message: "is missing" },
    ),
    ["type", "data"],
  );
  expect(found).toEqual({
    fields: { type: "Is unknown.", data: "orderId: must be string; lines.0: is missing" },
    form: null,
  });
});

test("what belongs to no field stands above them, and no field takes another's", () => {
  const found = formErrorsOf(problem({ path: "database", message: "is full" }), ["data"]);
  expect(found).toEqual({ fields: {}, form: "database: is full" });
});

test("a problem without fields is a sentence of its own", () => {
  expect(formErrorsOf(unreachable(), ["data"]).form).toStartWith("Posthorn does not answer.");
});
