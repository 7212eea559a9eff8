import { z } from "zod";
import type { SourceEvent } from "../../domain/source-event.ts";
import type { SourceEventType } from "../source-adapter.ts";
import { windowDue } from "./conversation.ts";
import { windowMs } from "./conversation-window.ts";
import { eventShapes, namedTypes, type WhatsappType } from "./event-types.ts";
import { readNotification } from "./notification.ts";
import { sampleMessage, samples, sampleTime } from "./samples.ts";

const descriptions: Record<WhatsappType, string> = {
  "message.received": "Someone sent a message, of whatever type, to one of the business numbers.",
  "message.sent": "A message of the business was accepted by Meta and is on its way.",
  "message.delivered": "A message of the business arrived on a device. It may never come: read implies it.",
  "message.read": "A message of the business was read; in a group, by one of its members.",
  "message.failed": "A message of the business could not be delivered; error says why.",
  "message.played": "A voice message of the business was played for the first time.",
  "message.edited": "Someone edited a message that was received before.",
  "message.deleted": "Someone deleted a message that was received before.",
  "message.echoed":
    "The business sent a message with the phone's own app: it was neither received nor sent through the API.",
  "form.submitted": "Someone filled in a flow. The message itself is a message.received as well.",
  "conversation.opened": "Someone wrote, and had not for 24 hours: the customer service window is open.",
  "conversation.closed":
    "24 hours have passed since someone's last message: the customer service window is closed.",
  "optout.created": "Someone does not want marketing messages from this business number any more.",
  "optout.removed": "Someone wants marketing messages from this business number again.",
  "contact.number_changed": "Someone's telephone number is another one now.",
  "template.status_updated": "A message template was approved, rejected, paused, disabled or the like.",
  "template.quality_updated": "A message template's quality score is another one now.",
  "template.category_updated": "A message template's category is another one now, or will be.",
  "template.components_updated": "A message template's text or buttons were changed.",
  "flow.status_changed":
    "A flow was created, or has another status. A warning that its version will be frozen may come with it: subscribe to flow.version_expiry_warning as well.",
  "flow.client_error_rate": "A flow fails too often on people's devices, or does so no more.",
  "flow.endpoint_error_rate": "A flow's endpoint answers with too many errors, or does so no more.",
  "flow.endpoint_latency": "A flow's endpoint is too slow, or is so no more.",
  "flow.endpoint_availability": "A flow's endpoint is not available often enough, or is so again.",
  "flow.version_expiry_warning":
    "A flow's version will be frozen or has expired. A warning at a flow's creation comes as flow.status_changed: subscribe to both.",
  "phone_number.quality_updated": "A business number's throughput or limit is another one now.",
  "account.updated":
    "The account was restricted, violates a policy, was connected, disconnected or the like.",
  "account.alert": "Meta has something to say about the account's limits or its profile.",
  "whatsapp.error":
    "Meta reports trouble of the number, the account or itself that is about no single message.",
  "whatsapp.unmapped": "Meta sent what no other event is made of; raw has all of it.",
  "message.incoming":
    "What message.received tells, in another platform's form. Only endpoints get it that name it in full.",
  "message.report":
    "What message.sent, .delivered, .read and .failed tell, in another platform's form. Only endpoints get it that name it in full.",
};

let made: readonly SourceEventType[] | null = null;

/** Every type, with a JSON Schema of its data and an example. */
export function catalogue(): readonly SourceEventType[] {
  made ??= entries();
  return made;
}

function entries(): SourceEventType[] {
  const examples = sampleEvents();
  const types = Object.keys(descriptions) as WhatsappType[];
  return types.map((name) => ({
    name,
    description: descriptions[name],
    group: "whatsapp",
    schema: schemaOf(name),
    example: exampleOf(examples.find(({ type }) => type === name)),
  }));
}

/** As for an input: members that come with a later version break nobody's schema. */
function schemaOf(type: WhatsappType): Readonly<Record<string, unknown>> {
  const { $schema: _schema, ...schema } = z.toJSONSchema(eventShapes[type], { io: "input" });
  return schema;
}

function exampleOf(event: SourceEvent | undefined): Readonly<Record<string, unknown>> | null {
  return event === undefined ? null : (JSON.parse(event.data) as Record<string, unknown>);
}

function sampleEvents(): SourceEvent[] {
  const rules = { includeRaw: true, receivedAtMs: sampleTime * 1000 + 250, wanted: new Set(namedTypes) };
  const read = (sample: string) => readNotification(Buffer.from(sample), rules);
  const opened = read(sampleMessage).flatMap(({ rule }) => rule?.decide(() => null) ?? []);
  const closed = opened.flatMap(({ put }) =>
    put.map((state) => windowDue(state, rules.receivedAtMs + windowMs)),
  );
  return [...samples.flatMap(read), ...[...opened, ...closed].flatMap(({ events }) => events)];
}
