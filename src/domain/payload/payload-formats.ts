import type { PayloadFormat } from "../endpoint.ts";
import type { EventContent } from "../event.ts";
import type { PayloadSettings } from "../organization.ts";
import { renderEvent } from "./event.ts";
import { renderObject } from "./object.ts";
import { renderRaw } from "./raw.ts";
import { renderStandard } from "./standard.ts";
import { renderText } from "./text.ts";

/** Makes the body of a request. The same event and settings give the same bytes on every attempt. */
export type RenderPayload = (event: EventContent, settings: PayloadSettings) => string;

/** Every payload format's renderer: a format is one file in this folder and one line here. */
export const payloadFormats: Record<PayloadFormat, RenderPayload> = {
  standard: renderStandard,
  event: renderEvent,
  object: renderObject,
  raw: renderRaw,
  text: renderText,
};
