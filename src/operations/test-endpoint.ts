import { AppError, validationFailed } from "../domain/app-error.ts";
import type { Attempt } from "../domain/attempt.ts";
import type { EventContent } from "../domain/event.ts";
import { testEventType } from "../domain/event-type.ts";
import type { OrganizationId } from "../domain/id.ts";
import type { Reference } from "../store/reference.ts";
import type { OperationContext } from "./context.ts";
import { requireOrganization } from "./require-organization.ts";

/** Our own trouble (no socket, proxy down) is usually over soon. */
const notAttemptedRetrySeconds = 1;

type TestContext = Pick<OperationContext, "store" | "clock" | "newId" | "sendTest">;

/** Makes one attempt at once, whatever the endpoint's subscription and status say, and returns it. */
export async function testEndpoint(
  context: TestContext,
  organizationId: OrganizationId,
  reference: Reference,
  { eventType }: { eventType?: string | undefined },
): Promise<Attempt> {
  const { store, clock } = context;
  const endpoint = await store.getEndpoint(organizationId, reference, clock.now());
  const content =
    eventType === undefined
      ? testContent(endpoint.id)
      : await exampleContent(context, organizationId, eventType);
  const target = await store.findTarget(organizationId, endpoint.id);
  const event = testEvent(context, content);
  const { apiVersion } = (await requireOrganization(store, organizationId)).settings;
  const settings = { apiVersion, liveMode: false };
  const { payloadFormat } = endpoint;
  const deliveryId = context.newId("delivery");
  const attempt = await context.sendTest(target, { id: deliveryId, event, payloadFormat, settings });
  if ("notAttempted" in attempt) {
    throw new AppError("unavailable", attempt.notAttempted, { retryAfterSeconds: notAttemptedRetrySeconds });
  }
  return store.recordTest({
    deliveryId,
    event,
    attempt,
    endpoint: target.endpoint,
    nowMs: clock.now(),
  });
}

type TestContent = Pick<EventContent, "type" | "data">;

function testContent(endpointId: string): TestContent {
  return {
    type: testEventType,
    data: JSON.stringify({ message: "Test event from Posthorn", endpointId }),
  };
}

/** What the catalogue has as the type's example. */
async function exampleContent(
  { store }: TestContext,
  organizationId: OrganizationId,
  type: string,
): Promise<TestContent> {
  const data = await store.findExample(organizationId, type);
  if (data !== null) return { type, data };
  const message = `names the event type "${type}", which has no example; leave it out to send ${testEventType}`;
  throw validationFailed([{ path: "eventType", message }]);
}

function testEvent({ newId, clock }: TestContext, content: TestContent): EventContent {
  const nowMs = clock.now();
  return { id: newId("event"), ...content, timestampMs: nowMs, createdAtMs: nowMs };
}
