import { describe, expect, test } from "bun:test";
import { dataOf } from "../../../src/sources/generic/event-data.ts";

const form = "application/x-www-form-urlencoded";
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

describe("the data of an event is", () => {
  test.each<[what: string, body: string | Uint8Array, contentType: string | null, data: string]>([
    ["an object as it came", ' {"b":1,"1":1e400,"b":2}\n', "application/json", '{"b":1,"1":1e400,"b":2}'],
    ["an object whatever it is called", '{"a":1}', "text/plain", '{"a":1}'],
    ["an object that is called a form, as by curl -d", ' {"a":"x=1&y"}', form, '{"a":"x=1&y"}'],
    ["an object without its byte order mark", '\ufeff{"a":1}', null, '{"a":1}'],
    ["another JSON as a member", "[1, 1e400]", "application/json", '{"body":[1, 1e400]}'],
    ["the fields of a form", "a=1&b=%7B&b=3&c=", form, '{"a":"1","b":["{","3"],"c":""}'],
    ["the fields of a form that look like a number", "12", `${form}; charset=utf-8`, '{"12":""}'],
    ["the JSON in a form's only field payload", "payload=%7B%22a%22%3A1%7D", form, '{"a":1}'],
    ["a field payload that has company", "payload=%7B%7D&a=1", form, '{"payload":"{}","a":"1"}'],
    ["a field of a form that means a prototype", "__proto__=1", form, '{"__proto__":"1"}'],
    ["a text", "Hello", "text/plain", '{"body":"Hello"}'],
    ["a text where it is no whole JSON", '{"a":', form, '{"body":"{\\"a\\":"}'],
    ["nothing as an empty text", "", null, '{"body":""}'],
    ["what is no text in base64", new Uint8Array([0xff, 0]), null, '{"bodyBase64":"/wA="}'],
    ["an object of 64 levels", nested(64), null, nested(64)],
    ["a text, from 65 levels on", nested(65), null, JSON.stringify({ body: nested(65) })],
  ])("%s", (_, body, contentType, data) => {
    const made = dataOf(typeof body === "string" ? Buffer.from(body) : body, contentType);
    expect(made.text).toBe(data);
    expect(made.value).toEqual(JSON.parse(data));
  });

  test("a list where a form has a field many times, which costs no more than other fields", () => {
    const body = Buffer.from("a=1&".repeat(100_000));
    const startedAt = performance.now();
    expect(dataOf(body, form).value.a).toHaveLength(100_000);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
