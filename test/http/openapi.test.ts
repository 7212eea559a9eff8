import { expect, test } from "bun:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { openApiPath, openApiText } from "../../scripts/generate-openapi.ts";
import { problemKinds } from "../../src/domain/app-error.ts";
import { buildOpenApiDocument } from "../../src/http/openapi.ts";
import { exampleReply, exampleRequest, problemExample } from "../../src/http/openapi-examples.ts";
import { problem } from "../../src/http/problem.ts";
import { problemsOf } from "../../src/http/route.ts";
import { routes } from "../../src/http/route-table.ts";

interface Media {
  example?: unknown;
  examples?: unknown;
}

interface Schema {
  additionalProperties?: unknown;
  properties?: Record<string, { description?: string }>;
}

interface Operation {
  parameters?: { name: string; description?: string; schema: unknown }[];
  operationId: string;
  summary: string;
  tags: string[];
  security: unknown[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

const text = await openApiText();
const document = JSON.parse(text) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const components = document.components.schemas;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);

test("the document is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const result = await validator.validate(JSON.parse(text));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(validator.version).toBe("3.1");
});

test("docs/openapi.json is the served document (bun scripts/generate-openapi.ts writes it)", async () => {
  expect(await Bun.file(openApiPath).text()).toBe(text);
});

test("the plugin that serves the document neither adds to it nor takes away from it", () => {
  const built = JSON.parse(
    JSON.stringify(buildOpenApiDocument(routes, { version: "0.1.0", publicUrl: null })),
  );
  expect(document as unknown).toEqual({ ...built, info: { ...built.info, version: expect.any(String) } });
});

test("every operation has a summary, a tag, an id of its own, and says whether it needs a key", () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, operation } of operations) {
    expect({ name, summary: operation.summary }).toEqual({
      name,
      summary: expect.stringMatching(/^[A-Z].{5,}/),
    });
    expect({ name, tags: operation.tags.length }).toEqual({ name, tags: 1 });
    expect(operation.security).toBeArray();
  }
});

test("every request and every reply with a body has an example", () => {
  for (const { name, operation } of operations) {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)];
    for (const media of bodies.flatMap((body) => Object.values(body?.content ?? {}))) {
      expect({ name, example: media.example ?? media.examples }).toEqual({
        name,
        example: expect.anything(),
      });
    }
  }
});

test("every field of a request and every parameter says what it means", () => {
  const silent: string[] = [];
  for (const [name, schema] of Object.entries(components)) {
    if (!isRequest(name)) continue;
    for (const [field, { description }] of Object.entries(schema.properties ?? {})) {
      if (description === undefined) silent.push(`${name}.${field}`);
    }
  }
  for (const { name, operation } of operations) {
    for (const parameter of operation.parameters ?? []) {
      if (parameter.description === undefined) silent.push(`${name} ${parameter.name}`);
    }
  }
  expect(silent).toEqual([]);
});

/** Whether the component is, or is part of, what callers send. */
function isRequest(name: string): boolean {
  return components[name]?.additionalProperties === false;
}

test("the page size is a number with its limits", () => {
  const { operation } = operations.find(({ name }) => name === "get /api/v1/events") ?? {};
  expect(operation?.parameters?.find(({ name }) => name === "limit")?.schema).toEqual({
    type: "integer",
    minimum: 1,
    maximum: 100,
  });
});

test("every reference leads to a component", () => {
  const names = [...text.matchAll(/"\$ref": "([^"]+)"/g)].map(([, reference]) => reference);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    expect(Object.keys(components)).toContain(String(name).replace("#/components/schemas/", ""));
});

test("every route that needs a key documents 401, 403, 404, 422 and 500", () => {
  for (const route of routes.filter(({ permission }) => permission !== null)) {
    const statuses = problemsOf(route).map((code) => problemKinds[code].status);
    expect(statuses).toEqual(expect.arrayContaining([401, 403, 404, 422, 500]));
  }
});

for (const route of routes) {
  test(`the examples of ${route.operationId} fit their schemas`, () => {
    if (route.body !== null) expect(route.body.safeParse(exampleRequest(route)).error).toBeUndefined();
    for (const response of Object.values(route.responses)) {
      if (response.schema === undefined) continue;
      const example = exampleReply(response);
      expect(response.schema.parse(example)).toEqual(example as never);
    }
  });
}

test("the example of every problem fits the schema of problems", () => {
  for (const code of Object.keys(problemKinds) as (keyof typeof problemKinds)[]) {
    expect(problem.parse(problemExample(code))).toEqual(problemExample(code));
  }
});

test("the document names no host but those of its examples", () => {
  const hosts = new Set([...text.matchAll(/https?:\/\/([^/"\s`]+)/g)].map(([, host]) => host));
  expect([...hosts]).toEqual(["hooks.example.com"]);
});
