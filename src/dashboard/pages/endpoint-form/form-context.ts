import { createFormContext } from "@mantine/form";
import type { FormValues } from "./form-values.ts";

/** The form of an endpoint, for its sections. */
export const [EndpointFormProvider, useEndpointFormContext, useEndpointForm] =
  createFormContext<FormValues>();
