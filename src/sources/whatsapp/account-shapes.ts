import { z } from "zod";
import { foreign, isoOrNull, notice, number, text } from "./notice-shape.ts";

const template = z.object({
  id: text.meta({ description: "As a text: it may have more digits than a number keeps" }),
  name: text,
  language: text,
  category: text,
});

const aboutTemplate = notice.extend({ template });

const flow = notice.extend({
  flowId: text,
  event: z.string().meta({ description: "Meta's name of the event" }),
  message: text,
  warning: text.meta({ description: "That the flow's version will be frozen, or has expired" }),
});

const flowAlert = flow.extend({
  alertState: text.meta({ description: "`ACTIVATED`, and on recovery `DEACTIVATED`" }),
  threshold: number,
  thresholdUnit: z.enum(["percent", "ms"]),
  errorRate: number,
  errors: z.array(z.object({ errorType: text, errorCount: number, errorRate: number })).nullable(),
  p50LatencyMs: number,
  p90LatencyMs: number,
  availability: number,
  requestsCount: number,
});

/** Data of what is about accounts, numbers, templates and flows. */
export const accountShapes = {
  "template.status_updated": aboutTemplate.extend({
    status: text.meta({ description: "The status in lower case, such as `approved`" }),
    metaEvent: text,
    reason: text,
    rejection: z.object({ reason: text, recommendation: text }).nullable(),
    pause: z.object({ title: text, description: text }).nullable(),
    disabledAt: isoOrNull,
    disableDateRaw: text.meta({ description: "As Meta wrote it" }),
  }),
  "template.quality_updated": aboutTemplate.extend({ previousQualityScore: text, newQualityScore: text }),
  "template.category_updated": aboutTemplate.extend({
    previousCategory: text,
    newCategory: text,
    correctCategory: text,
  }),
  "template.components_updated": aboutTemplate.extend({
    title: text,
    element: text.meta({ description: "The body" }),
    footer: text,
    buttons: foreign("Its buttons, names in camelCase"),
  }),
  "flow.status_changed": flow.extend({ oldStatus: text, newStatus: text }),
  "flow.client_error_rate": flowAlert,
  "flow.endpoint_error_rate": flowAlert,
  "flow.endpoint_latency": flowAlert,
  "flow.endpoint_availability": flowAlert,
  "flow.version_expiry_warning": flow,
  "phone_number.quality_updated": notice.extend({
    metaEvent: text,
    oldLimit: text,
    currentLimit: text,
    maxDailyConversationsPerBusiness: text,
  }),
  "account.updated": notice.extend({
    metaEvent: text,
    country: text,
    restrictionInfo: foreign("What is restricted, and until when"),
    violationInfo: foreign("What was violated"),
    banInfo: foreign("The state of a ban"),
    wabaInfo: foreign("The WhatsApp Business Account that it is about"),
    disconnectionInfo: foreign("Why it was disconnected"),
    volumeTierInfo: foreign("The tier of volume pricing"),
  }),
  "account.alert": notice.extend({
    entityType: text,
    entityId: text,
    alertSeverity: text,
    alertStatus: text,
    alertType: text,
    alertDescription: text,
  }),
  "whatsapp.unmapped": notice.extend({
    field: text.meta({ description: "The subscribed field that it came under" }),
    reason: z.string().meta({ description: "Why it is no other event" }),
    raw: z.unknown().meta({ description: "What Meta sent; always there" }),
  }),
} as const;
