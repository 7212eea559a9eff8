import { z } from "zod";
import { gracePeriodSeconds } from "../../domain/api-key.ts";
import { attempt } from "../../domain/attempt.ts";
import { endpoint } from "../../domain/endpoint.ts";
import { eventTypeName } from "../../domain/event-type.ts";
import {
  endpointSecret,
  rotationGraceSecondsDefault,
  signingSecretInput,
} from "../../domain/signing-secret.ts";
import { disableEndpoint } from "../../operations/disable-endpoint.ts";
import { enableEndpoint } from "../../operations/enable-endpoint.ts";
import { pauseEndpoint } from "../../operations/pause-endpoint.ts";
import { resumeEndpoint } from "../../operations/resume-endpoint.ts";
import { rotateEndpointSecret } from "../../operations/rotate-endpoint-secret.ts";
import { testEndpoint } from "../../operations/test-endpoint.ts";
import { defineRoute, type Route, reply } from "../route.ts";
import { exampleOf } from "../schema-example.ts";
import { emptyBody, endpointParams } from "./parameters.ts";

const rotation = z
  .strictObject({
    gracePeriodSeconds: gracePeriodSeconds.default(rotationGraceSecondsDefault),
    secret: signingSecretInput
      .optional()
      .meta({ description: "A secret of one's own, of the endpoint's scheme; generated, if left out" }),
  })
  .meta({ id: "SecretRotation", example: { gracePeriodSeconds: 86_400 } });

const test = z
  .strictObject({
    eventType: eventTypeName
      .optional()
      .meta({ description: "Sends this type's example instead of webhook.test" }),
  })
  .meta({ id: "EndpointTest", example: {} });

const testAttemptExample = {
  ...exampleOf(attempt),
  eventId: "evt_01kq8v4z6t8m5n2p7r9s3w1x0y",
  eventType: "webhook.test",
  trigger: "test",
};

export const endpointVerbRoutes: Route[] = [
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/enable",
    operationId: "enableEndpoint",
    tag: "Endpoints",
    summary: "Enable an endpoint",
    description: "Starts the failure counters anew. What was canceled while it was disabled stays canceled.",
    permission: "administer",
    params: endpointParams,
    body: emptyBody,
    responses: { 200: { description: "The endpoint as it is now", schema: endpoint } },
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await enableEndpoint(operations, caller.organizationId, id)),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/disable",
    operationId: "disableEndpoint",
    tag: "Endpoints",
    summary: "Disable an endpoint",
    description: "Cancels its pending deliveries; what it misses from now on is listed as canceled.",
    permission: "administer",
    params: endpointParams,
    body: emptyBody,
    responses: { 200: { description: "The endpoint as it is now", schema: endpoint } },
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await disableEndpoint(operations, caller.organizationId, id)),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/pause",
    operationId: "pauseEndpoint",
    tag: "Endpoints",
    summary: "Pause an endpoint",
    description:
      "Holds it with all that is pending until it is resumed; new events still get their deliveries. Pausing a paused one changes nothing.",
    permission: "administer",
    params: endpointParams,
    body: emptyBody,
    responses: {
      200: {
        description: "The endpoint as it is now",
        schema: endpoint,
        example: { ...exampleOf(endpoint), status: "paused" },
      },
    },
    problems: ["endpoint_disabled"],
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await pauseEndpoint(operations, caller.organizationId, id)),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/resume",
    operationId: "resumeEndpoint",
    tag: "Endpoints",
    summary: "Resume a paused endpoint",
    description: "What is pending goes on. Resuming one that is not paused changes nothing.",
    permission: "administer",
    params: endpointParams,
    body: emptyBody,
    responses: { 200: { description: "The endpoint as it is now", schema: endpoint } },
    problems: ["endpoint_disabled"],
    handle: async ({ caller, params: { id } }, { operations }) =>
      reply(200, await resumeEndpoint(operations, caller.organizationId, id)),
  }),
  defineRoute({
    method: "GET",
    path: "/api/v1/endpoints/:id/secret",
    operationId: "getEndpointSecret",
    tag: "Endpoints",
    summary: "Show an endpoint's signing secret",
    permission: "administer",
    params: endpointParams,
    responses: { 200: { description: "The secret that signs its requests", schema: endpointSecret } },
    handle: async ({ caller, params: { id } }, { operations: { store, clock } }) =>
      reply(200, await store.getSecret(caller.organizationId, id, clock.now())),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/secret/rotate",
    operationId: "rotateEndpointSecret",
    tag: "Endpoints",
    summary: "Rotate an endpoint's signing secret",
    description: "The old secret signs beside the new one for the grace period; at most 5 sign at a time.",
    permission: "administer",
    params: endpointParams,
    body: rotation,
    responses: { 200: { description: "The new secret", schema: endpointSecret } },
    problems: ["limit_reached"],
    handle: async ({ caller, params: { id }, body }, { operations }) =>
      reply(200, await rotateEndpointSecret(operations, caller.organizationId, id, body)),
  }),
  defineRoute({
    method: "POST",
    path: "/api/v1/endpoints/:id/test",
    operationId: "testEndpoint",
    tag: "Endpoints",
    summary: "Send a test event to an endpoint",
    description:
      "Makes exactly one attempt at once, whatever the subscription and status say, and replies with it, whatever its outcome. It counts nowhere.",
    permission: "administer",
    params: endpointParams,
    body: test,
    responses: { 200: { description: "The attempt", schema: attempt, example: testAttemptExample } },
    handle: async ({ caller, params: { id }, body }, { operations }) =>
      reply(200, await testEndpoint(operations, caller.organizationId, id, body)),
  }),
];
