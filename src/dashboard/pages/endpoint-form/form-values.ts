import { redacted } from "../../../domain/header-name.ts";
import { type RetryPreset, retryPresets } from "../../../domain/retry-presets.ts";
import type { components } from "../../api/api-types.d.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { writeWaits } from "./wait-words.ts";

export type EndpointInput = components["schemas"]["EndpointInput"];
export type EndpointDefaults = components["schemas"]["EndpointDefaults"];
type PayloadFormat = Endpoint["payloadFormat"];

/** A line of a list of names and values. */
export interface NamedValue {
  /** Of the line, while it is edited. */
  key: string;
  name: string;
  value: string;
  /** The server keeps a secret value that it does not show; an empty one here keeps it. */
  isStored: boolean;
}

/** An endpoint as its form has it: every field of the API, with empty texts for what is not set. */
export interface FormValues {
  url: string;
  description: string;
  eventTypes: string[];
  retry: RetryPreset | "custom";
  /** The waits of an own schedule as they are typed: "30 s, 5 min". */
  waits: string;
  disables: boolean;
  autoDisableAfter: number | "";
  rateLimitPerSecond: number | "";
  timeoutSeconds: number | "";
  ordered: boolean;
  payloadFormat: PayloadFormat;
  headers: NamedValue[];
  scheme: Endpoint["signing"]["scheme"];
  signsBody: boolean;
  bodyHeader: string;
  bodyEncoding: "hex" | "base64";
  bodyPrefix: string;
  bodySecret: string;
  isBodySecretStored: boolean;
  /** A signing secret brought along; for new endpoints only. */
  secret: string;
  /** JSON, as typed; empty: everything passes. */
  filter: string;
  uid: string;
  metadata: NamedValue[];
}

/** What an endpoint has where neither it nor its organization says anything. */
const plain: FormValues = {
  url: "",
  description: "",
  eventTypes: [],
  retry: "standard",
  waits: writeWaits(retryPresets.standard),
  disables: true,
  autoDisableAfter: 10,
  rateLimitPerSecond: "",
  timeoutSeconds: 10,
  ordered: false,
  payloadFormat: "standard",
  headers: [],
  scheme: "hmac",
  signsBody: false,
  bodyHeader: "",
  bodyEncoding: "hex",
  bodyPrefix: "",
  bodySecret: "",
  isBodySecretStored: false,
  secret: "",
  filter: "",
  uid: "",
  metadata: [],
};

/** The form of an endpoint as it is, or, with the organization's defaults, of one to come. */
export function formValuesOf(known: Partial<Endpoint> | EndpointDefaults): FormValues {
  const { url, eventTypes, headers } = known as Partial<Endpoint>;
  const { description, uid, timeoutSeconds, ordered, payloadFormat } = known as Partial<Endpoint>;
  return {
    ...plain,
    ...present({ url, eventTypes, description, timeoutSeconds, ordered, payloadFormat }),
    uid: uid ?? "",
    rateLimitPerSecond: known.rateLimitPerSecond ?? "",
    ...retryValues(known.retry),
    ...autoDisableValues(known.autoDisableAfter),
    ...signingValues(known.signing),
    headers: named(headers),
    metadata: named(known.metadata),
    filter: known.filter ? JSON.stringify(known.filter, null, 2) : "",
  };
}

function present(fields: { [Name in keyof FormValues]?: FormValues[Name] | undefined }): Partial<FormValues> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function retryValues(retry: EndpointInput["retry"]): Partial<FormValues> {
  if (retry === undefined) return {};
  const preset = retry.preset ?? "custom";
  const waits = retry.delaysSeconds ?? (preset === "custom" ? [] : retryPresets[preset]);
  return { retry: preset, waits: writeWaits(waits) };
}

function autoDisableValues(after: number | null | undefined): Partial<FormValues> {
  if (after === undefined) return {};
  return after === null ? { disables: false } : { autoDisableAfter: after };
}

function signingValues(signing: EndpointInput["signing"]): Partial<FormValues> {
  if (signing === undefined) return {};
  const { scheme = "hmac", bodySignature } = signing;
  if (!bodySignature) return { scheme };
  const { header, encoding = "hex", prefix = "", secret } = bodySignature;
  return {
    scheme,
    signsBody: true,
    bodyHeader: header,
    bodyEncoding: encoding,
    bodyPrefix: prefix,
    isBodySecretStored: secret === redacted,
  };
}

function named(record: Record<string, string | null> | undefined): NamedValue[] {
  return Object.entries(record ?? {}).map(([name, value]) => {
    const isStored = value === redacted;
    return { key: name, name, value: isStored ? "" : (value ?? ""), isStored };
  });
}
