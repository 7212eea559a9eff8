import type { SourceAdapter } from "../source-adapter.ts";
import { catalogue } from "./catalogue.ts";
import { windowDue } from "./conversation.ts";
import { bodyBytesMax } from "./draft.ts";
import { namedTypes } from "./event-types.ts";
import { handshakeReply, screenHandshake } from "./handshake.ts";
import { readNotification } from "./notification.ts";
import { screenSignature, verifySignature } from "./signature.ts";
import { type WhatsappConfig, whatsappConfig } from "./whatsapp-config.ts";

/** Meta's WhatsApp Business: the Cloud API's notifications, and those of Flows. */
export const whatsapp: SourceAdapter<WhatsappConfig> = {
  methods: ["GET", "POST"],
  bodyBytesMax,
  // A notification has no id; Meta sends it again as it was.
  sameBody: "repeat",
  namedTypes,
  config: whatsappConfig,
  eventTypes: () => catalogue(),
  screen: (head, { verifyToken }) =>
    head.method === "GET" ? screenHandshake(head, verifyToken) : screenSignature(head),
  verify: (request, { appSecrets }) =>
    request.method === "GET" ? null : verifySignature(request, appSecrets),
  read(request, { config: { includeRaw }, wanted }) {
    if (request.method === "GET") return { kind: "answered", reply: handshakeReply(request) };
    const events = readNotification(request.body, {
      includeRaw,
      receivedAtMs: request.receivedAtMs,
      wanted,
    });
    return { kind: "accepted", events };
  },
  // Any other status is a failure to Meta.
  reply: () => ({ status: 200, body: "", contentType: "text/plain; charset=utf-8" }),
  due: (state, { nowMs }) => windowDue(state, nowMs),
};
