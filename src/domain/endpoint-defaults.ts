import type { z } from "zod";
import { endpointInput } from "./endpoint.ts";

/**
 * What an organization sets for its new endpoints: every field of an endpoint but those that name one endpoint, say
 * what it is for, or are secret. The schemas are those of the endpoint itself.
 */
export const endpointDefaults = endpointInput
  .omit({ url: true, eventTypes: true, uid: true, headers: true, secret: true })
  .meta({ id: "EndpointDefaults", example: { timeoutSeconds: 15, retry: { preset: "extended" } } });
export type EndpointDefaults = z.infer<typeof endpointDefaults>;
