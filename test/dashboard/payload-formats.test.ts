import { expect, test } from "bun:test";
import { payloadSamples, sampleEvent } from "../../src/dashboard/pages/endpoint-form/payload-formats.ts";
import { payloadFormats } from "../../src/domain/payload/payload-formats.ts";

test("the samples of the payload formats are what is sent", () => {
  const timestampMs = Date.parse(sampleEvent.timestamp);
  const event = { ...sampleEvent, timestampMs, createdAtMs: timestampMs };
  const settings = { apiVersion: "2026-02-04", liveMode: true };
  const sent = Object.entries(payloadFormats).map(([name, render]) => [name, render(event, settings)]);
  expect(Object.fromEntries(sent)).toEqual(payloadSamples);
});
