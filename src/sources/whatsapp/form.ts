import { isJsonObject } from "../../domain/json-object.ts";
import type { SourceEvent } from "../../domain/source-event.ts";
import { eventOf } from "./draft.ts";
import { idIn, textIn, valueIn } from "./fields.ts";
import type { InboundMessage } from "./inbound-message.ts";
import { numberKeyOf } from "./item.ts";
import { objectAsSent } from "./verbatim.ts";
import { WrittenJson } from "./written-json.ts";

/** A reply to an address request looks like a form's, and is none. */
const notAForm = "address_message";

/** The form that an interactive reply brings back; null for any other message. */
export function formEventOf(inbound: InboundMessage): SourceEvent | null {
  const { change, content, id, json, message, notice, timestampMs, type } = inbound;
  if (type !== "interactive") return null;
  const reply = content?.member("nfm_reply") ?? null;
  if (!isJsonObject(reply?.value) || textIn(reply, "name") === notAForm) return null;
  return eventOf({
    type: "form.submitted",
    dedupKey: `wa:form:${numberKeyOf(change)}:${id}`,
    data: {
      ...notice,
      message,
      form: { ...formData(reply), replyToMessageId: idIn(json.member("context"), "id") },
    },
    timestampMs,
  });
}

/** `response_json` is a text that should be JSON of an object, and may be anything. */
function formData(reply: WrittenJson | null) {
  const responseRaw = rawResponse(reply);
  const parsed = responseRaw === null ? null : WrittenJson.of(responseRaw);
  const response = isJsonObject(parsed?.value) ? parsed : null;
  return {
    name: textIn(reply, "name"),
    flowToken: textIn(response, "flow_token"),
    response: objectAsSent(response),
    responseRaw,
  };
}

function rawResponse(reply: WrittenJson | null): string | null {
  const raw = valueIn(reply, "response_json");
  if (typeof raw === "string") return raw;
  // Some gateways send the object itself.
  return isJsonObject(raw) ? (reply?.member("response_json")?.text ?? null) : null;
}
