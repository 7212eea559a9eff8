import type { ComponentType } from "react";
import { FilterSection } from "./filter-section.tsx";
import type { FormValues } from "./form-values.ts";
import { HeadersSection } from "./headers-section.tsx";
import { PaceSection } from "./pace-section.tsx";
import { PayloadSection } from "./payload-section.tsx";
import { ReferenceSection } from "./reference-section.tsx";
import { RetrySection } from "./retry-section.tsx";
import {
  filterSummary,
  headersSummary,
  paceSummary,
  payloadSummary,
  referenceSummary,
  retrySummary,
  signingSummary,
} from "./section-summaries.ts";
import { SigningSection } from "./signing-section.tsx";

/** A part of the form that whoever begins can leave folded. */
export interface FormSection {
  id: string;
  title: string;
  /** Its present value in words. */
  summary: (values: FormValues) => string;
  /** The fields in it, by the beginning of their paths: a problem of one unfolds it. */
  fields: readonly (keyof FormValues)[];
  component: ComponentType<FormSectionProps>;
}

export interface FormSectionProps {
  /** Whether the endpoint is still to be made. */
  isNew: boolean;
}

export const formSections: readonly FormSection[] = [
  {
    id: "retries",
    title: "Retries and auto-disable",
    summary: retrySummary,
    fields: ["retry", "waits", "disables", "autoDisableAfter"],
    component: RetrySection,
  },
  {
    id: "pace",
    title: "Pace and order",
    summary: paceSummary,
    fields: ["rateLimitPerSecond", "timeoutSeconds", "ordered"],
    component: PaceSection,
  },
  {
    id: "payload",
    title: "Payload format",
    summary: payloadSummary,
    fields: ["payloadFormat"],
    component: PayloadSection,
  },
  {
    id: "filter",
    title: "Filter",
    summary: filterSummary,
    fields: ["filter"],
    component: FilterSection,
  },
  {
    id: "headers",
    title: "Custom headers",
    summary: headersSummary,
    fields: ["headers"],
    component: HeadersSection,
  },
  {
    id: "signing",
    title: "Signatures",
    summary: signingSummary,
    fields: ["scheme", "signsBody", "bodyHeader", "bodyEncoding", "bodyPrefix", "bodySecret", "secret"],
    component: SigningSection,
  },
  {
    id: "reference",
    title: "Your own reference",
    summary: referenceSummary,
    fields: ["uid", "metadata"],
    component: ReferenceSection,
  },
];

/** The sections that hold any of the fields. */
export function sectionsOf(paths: readonly string[]): string[] {
  const fields = new Set(paths.map((path) => path.split(".")[0]));
  return formSections
    .filter((section) => section.fields.some((name) => fields.has(name)))
    .map(({ id }) => id);
}
