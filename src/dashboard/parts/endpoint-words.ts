import type { Endpoint } from "../api/shapes.ts";

/** The payload formats, as people call them. */
export const formatNames: Readonly<Record<Endpoint["payloadFormat"], string>> = {
  standard: "Standard Webhooks",
  event: "Event with its id in data",
  object: "Object",
  raw: "Data alone",
  text: "Text for a chat tool",
};

/** Why nothing is sent to an endpoint. */
export const disabledWords: Readonly<Record<NonNullable<Endpoint["disabledReason"]>, string>> = {
  manual: "Disabled by hand",
  consecutive_failures: "Disabled after too many failures",
  gone: "Disabled because the receiver answered 410 Gone",
};

/** The retry presets. */
export const retryNames: Readonly<Record<Endpoint["retry"]["preset"], string>> = {
  standard: "Standard",
  short: "Short",
  extended: "Extended",
  none: "No retries",
  custom: "Own schedule",
};
