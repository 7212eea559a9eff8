import type { FormValues } from "./form-values.ts";

type PayloadFormat = FormValues["payloadFormat"];

export const formatNames: Readonly<Record<PayloadFormat, string>> = {
  standard: "Standard Webhooks",
  event: "Event with its id in data",
  object: "Object",
  raw: "Data alone",
  text: "Text for a chat tool",
};

export const formatMeanings: Readonly<Record<PayloadFormat, string>> = {
  standard: "id, type, timestamp and data. What libraries for webhooks expect.",
  event: "The type as “event”, and the event's id in data.id, for receivers that drop repeated ones by it.",
  object: "The data under data.object, with the organization's API version and live mode.",
  raw: "What was published as data, and nothing around it. The type is in the header X-Posthorn-Event.",
  text: "One readable sentence: for the incoming webhook of Slack, Mattermost or Teams.",
};

/** The event that the samples show. */
export const sampleEvent = {
  id: "evt_01kq8v4z6t8m5n2p7r9s3w1x0y",
  type: "order.paid",
  timestamp: "2026-05-13T12:46:25.000Z",
  data: '{"id":"order-1042","amount":4990,"currency":"EUR"}',
} as const;

const { id, type, timestamp } = sampleEvent;

/** The event's request body in each format; a test holds them to what is sent. */
export const payloadSamples: Readonly<Record<PayloadFormat, string>> = {
  standard: `{"id":"${id}","type":"${type}","timestamp":"${timestamp}","data":${sampleEvent.data}}`,
  event: `{"id":"${id}","event":"${type}","timestamp":"${timestamp}","data":{"amount":4990,"currency":"EUR","objectId":"order-1042","id":"${id}"}}`,
  object: `{"id":"${id}","type":"${type}","api_version":"2026-02-04","created_at":1778676385,"liveMode":true,"data":{"object":${sampleEvent.data}}}`,
  raw: sampleEvent.data,
  text: `{"text":"${type} – id: order-1042, amount: 4990, currency: EUR"}`,
};
