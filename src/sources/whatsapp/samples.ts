/** Notifications of Meta's, from which the catalogue's examples are made: by the code that makes the events. */

const message = "wamid.HBgLMTIwMjU1NTAxNDMVAgASGBQzQTAwMDAwMDAwMDAwMDAwMDAwMQA=";
const sentMessage = "wamid.HBgLMTIwMjU1NTAxNDMVAgARGBI1QjAwMDAwMDAwMDAwMDAwMDIA";
const wabaId = "102290129340398";
const phone = "12025550143";
const userId = "US.13491208655302741918";

/** When the samples happened; Unix seconds. */
export const sampleTime = 1_778_676_385;
const timestamp = String(sampleTime);

const number = {
  messaging_product: "whatsapp",
  metadata: { display_phone_number: "15550783881", phone_number_id: "106540352242922" },
};
const contacts = [{ profile: { name: "Alex Example" }, wa_id: phone, user_id: userId }];
const inbound = { from: phone, from_user_id: userId, id: message, timestamp };
const template = {
  message_template_id: 1_689_556_908_129_832,
  message_template_name: "order_confirmation",
  message_template_language: "en-US",
};
const status = { id: sentMessage, timestamp, recipient_id: phone, recipient_user_id: userId };
const pricing = { billable: true, pricing_model: "PMP", type: "regular", category: "utility" };
const preference = { wa_id: phone, user_id: userId, category: "marketing_messages", timestamp: sampleTime };
const alert = { flow_id: "3313024212345678", alert_state: "ACTIVATED" };
const errors = [{ error_type: "TIMEOUT", error_rate: 14.28, error_count: 5 }];

/** A message that opens a conversation. */
export const sampleMessage = notification("messages", {
  ...number,
  contacts,
  messages: [{ ...inbound, type: "text", text: { body: "Does it come in another color?" } }],
});

/** At least one for every type but those of conversations. */
export const samples = [
  sampleMessage,
  ofMessages({
    type: "interactive",
    context: { from: "15550783881", id: sentMessage },
    interactive: {
      type: "nfm_reply",
      nfm_reply: {
        name: "flow",
        body: "Sent",
        response_json: '{"flow_token": "signup-1001", "full_name": "Alex Example", "plan": "monthly"}',
      },
    },
  }),
  ofMessages({
    type: "edit",
    edit: { original_message_id: message, message: { type: "text", text: { body: "Is there a blue one?" } } },
  }),
  ofMessages({ type: "revoke", revoke: { original_message_id: message } }),
  ofMessages({
    type: "system",
    system: {
      body: "User Alex Example changed from 12025550143 to 12025550177",
      wa_id: "12025550177",
      type: "user_changed_number",
    },
  }),
  ofStatuses({ status: "sent", pricing, biz_opaque_callback_data: "order-1001" }),
  ofStatuses({ status: "delivered", pricing }),
  ofStatuses({ status: "read" }),
  ofStatuses({ status: "played" }),
  ofStatuses({
    status: "failed",
    errors: [
      {
        code: 131_047,
        title: "Re-engagement message",
        message: "Re-engagement message",
        error_data: { details: "More than 24 hours have passed since the customer last replied." },
        href: "/documentation/business-messaging/whatsapp/support/error-codes",
      },
    ],
  }),
  notification("smb_message_echoes", {
    ...number,
    message_echoes: [
      {
        from: "15550783881",
        to: phone,
        id: sentMessage,
        timestamp,
        type: "text",
        text: { body: "On its way" },
      },
    ],
  }),
  notification("messages", {
    ...number,
    errors: [
      {
        code: 130_429,
        title: "Rate limit hit",
        message: "Rate limit hit",
        error_data: { details: "Too many messages were sent from this phone number in a short time." },
        href: "/documentation/business-messaging/whatsapp/support/error-codes",
      },
    ],
  }),
  ofPreferences({ detail: "User requested to stop marketing messages", value: "stop" }),
  ofPreferences({ detail: "User requested to resume marketing messages", value: "resume" }),
  notification("message_template_status_update", {
    event: "REJECTED",
    ...template,
    reason: "INVALID_FORMAT",
    message_template_category: "UTILITY",
    rejection_info: {
      reason: "Parameters are placed next to each other.",
      recommendation: "Separate parameters with text.",
    },
  }),
  notification("message_template_quality_update", {
    previous_quality_score: "GREEN",
    new_quality_score: "YELLOW",
    ...template,
  }),
  notification("template_category_update", {
    ...template,
    previous_category: "UTILITY",
    new_category: "MARKETING",
  }),
  notification("message_template_components_update", {
    ...template,
    message_template_title: "Your order",
    message_template_element: "Thank you for your order {{1}}.",
    message_template_footer: "Example Ltd.",
    message_template_buttons: [
      { message_template_button_type: "URL", message_template_button_text: "Track" },
    ],
  }),
  notification("flows", {
    event: "FLOW_STATUS_CHANGE",
    message: "Flow Signup changed status from DRAFT to PUBLISHED",
    flow_id: alert.flow_id,
    old_status: "DRAFT",
    new_status: "PUBLISHED",
  }),
  notification("flows", { event: "CLIENT_ERROR_RATE", ...alert, threshold: 10, error_rate: 14.28, errors }),
  notification("flows", { event: "ENDPOINT_ERROR_RATE", ...alert, threshold: 10, error_rate: 14.28, errors }),
  notification("flows", {
    event: "ENDPOINT_LATENCY",
    message: "Flow endpoint latency has reached the p90 threshold in the last 30 minutes.",
    ...alert,
    p90_latency: 8000,
    p50_latency: 500,
    requests_count: 34,
    threshold: 7000,
  }),
  notification("flows", { event: "ENDPOINT_AVAILABILITY", ...alert, availability: 75, threshold: 90 }),
  notification("flows", {
    event: "FLOW_VERSION_EXPIRY_WARNING",
    flow_id: alert.flow_id,
    warning: "Your current Flow version will freeze in 21 days.",
  }),
  notification("phone_number_quality_update", {
    display_phone_number: "15550783881",
    event: "THROUGHPUT_UPGRADE",
    current_limit: "TIER_UNLIMITED",
    max_daily_conversations_per_business: "TIER_UNLIMITED",
  }),
  notification("account_update", {
    event: "ACCOUNT_RESTRICTION",
    restriction_info: [
      { restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: sampleTime + 86_400 },
    ],
  }),
  notification("account_alerts", {
    entity_type: "BUSINESS",
    entity_id: "506914307656634",
    alert_info: {
      alert_severity: "WARNING",
      alert_status: "ACTIVE",
      alert_type: "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED",
      alert_description: "Limits cannot be increased for your business Example Ltd.",
    },
  }),
  notification("business_capability_update", { max_daily_conversation_per_phone: 1000 }),
];

function ofMessages(one: object): string {
  return notification("messages", { ...number, contacts, messages: [{ ...inbound, ...one }] });
}

function ofStatuses(one: object): string {
  return notification("messages", { ...number, contacts, statuses: [{ ...status, ...one }] });
}

function ofPreferences(one: object): string {
  return notification("user_preferences", {
    ...number,
    contacts,
    user_preferences: [{ ...preference, ...one }],
  });
}

/** Changes of messages come without the time at which they were sent. */
function notification(field: string, value: object): string {
  const entry = { id: wabaId, ...("metadata" in value ? {} : { time: sampleTime }) };
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ ...entry, changes: [{ value, field }] }],
  });
}
