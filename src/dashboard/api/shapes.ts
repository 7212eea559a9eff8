import type { components } from "./api-types.d.ts";

type Schemas = components["schemas"];

/** The API's nouns, by the names that the pages use. */
export type Me = Schemas["Me"];
export type Endpoint = Schemas["Endpoint"];
export type Event = Schemas["Event"];
export type EventSummary = Schemas["EventSummary"];
export type EventType = Schemas["EventType"];
export type EventTypeInput = Schemas["EventTypeInput"];
export type PublishedEvent = Schemas["PublishedEvent"];
export type Delivery = Schemas["Delivery"];
export type DeliveryWithRequest = Schemas["DeliveryWithRequest"];
export type Attempt = Schemas["Attempt"];
export type AttemptWithRequest = Schemas["AttemptWithRequest"];
export type SentRequest = Schemas["SentRequest"];
export type Alert = Schemas["Alert"];
export type DeliveryStatistics = Schemas["DeliveryStatistics"];
export type EndpointStatistics = Schemas["EndpointStatistics"];
export type EndpointSecret = Schemas["EndpointSecret"];
export type RotatedSecret = Schemas["RotatedSecret"];
export type EventStatistics = Schemas["EventStatistics"];
export type Task = Schemas["Task"];
export type TaskProgress = Schemas["TaskProgress"];
export type Organization = Schemas["Organization"];
export type Instance = Schemas["Instance"];
export type ApiKey = Schemas["ApiKey"];
export type CreatedApiKey = Schemas["CreatedApiKey"];
export type Source = Schemas["Source"];
export type SourceRequest = Schemas["SourceRequest"];

/** One page of a list. */
export interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
}
