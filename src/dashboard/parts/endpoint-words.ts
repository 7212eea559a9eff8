import type { Endpoint } from "../api/shapes.ts";

/** The payload formats, as people call them. */
export const formatNames: Readonly<Record<Endpoint["payloadFormat"], string>> = {
  standard: "Standard Webhooks",
  event: "Event with its id in data",
  object: "Object",
  raw: "Data alone",
  text: "Text for a chat tool",
};

/** The retry presets. */
export const retryNames: Readonly<Record<Endpoint["retry"]["preset"], string>> = {
  standard: "Standard",
  short: "Short",
  extended: "Extended",
  none: "No retries",
  custom: "Own schedule",
};
