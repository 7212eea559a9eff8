import { NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Card } from "../../parts/card.tsx";
import type { SourceValues } from "./source-values.ts";
import { VerificationFields } from "./verification-fields.tsx";

export interface GenericFieldsProps {
  form: UseFormReturnType<SourceValues>;
  /** The platform whose settings it has; null: none. */
  preset: string | null;
  /** The kind of verification that is stored with its secret; null for a new source. */
  storedKind: string | null;
}

/** All of a generic source that can be chosen. */
export function GenericFields(props: GenericFieldsProps) {
  const { form, preset } = props;
  return (
    <>
      <Card title="How it proves where it comes from">
        <VerificationFields {...props} />
      </Card>
      <Card title="What its events are called">
        <EventTypeFields form={form} />
      </Card>
      <Card title="What tells two events apart">
        <EventIdFields form={form} preset={preset} />
      </Card>
      <Card title="What the sender gets in reply">
        <ReplyFields form={form} />
      </Card>
    </>
  );
}

type FieldsProps = Pick<GenericFieldsProps, "form">;

function EventTypeFields({ form }: FieldsProps) {
  const { from } = form.values.eventType;
  return (
    <Stack gap="md">
      <Select
        label="The event type"
        allowDeselect={false}
        data={[
          { value: "constant", label: "Is always the same" },
          { value: "header", label: "Stands in a header" },
          { value: "pointer", label: "Stands in the body" },
        ]}
        {...form.getInputProps("eventType.from")}
      />
      {from === "constant" && (
        <TextInput
          label="Event type"
          description="Lower-case words and dots."
          placeholder="order.created"
          {...form.getInputProps("eventType.constant")}
        />
      )}
      {from !== "constant" && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {from === "header" ? (
            <TextInput
              label="Header of the type"
              description="Its value becomes lower-case words and dots."
              placeholder="X-Event-Type"
              {...form.getInputProps("eventType.header")}
            />
          ) : (
            <TextInput
              label="Place of the type"
              description="A JSON pointer into the body."
              placeholder="/event/name"
              {...form.getInputProps("eventType.pointer")}
            />
          )}
          <TextInput
            label="Prefix"
            description="Stands before it, with a dot. May be empty."
            placeholder="shop"
            {...form.getInputProps("eventType.prefix")}
          />
        </SimpleGrid>
      )}
    </Stack>
  );
}

function EventIdFields({ form, preset }: Pick<GenericFieldsProps, "form" | "preset">) {
  const { from } = form.values.eventId;
  const isSigned = form.values.verification.kind === "standard-webhooks";
  const body = { value: "body", label: isSigned ? "Its webhook-id" : "The bytes of its body" };
  return (
    <Stack gap="md">
      <Select
        label="An event is named by"
        description="What comes a second time with the same name makes no second event."
        allowDeselect={false}
        // A platform's own rule comes back where none is given.
        data={[
          ...(preset === null || from === "body" ? [body] : []),
          { value: "header", label: "A header" },
          { value: "pointer", label: "A value in its body" },
        ]}
        {...form.getInputProps("eventId.from")}
      />
      {from === "header" && (
        <TextInput
          label="Header of the name"
          placeholder="X-Delivery-Id"
          {...form.getInputProps("eventId.header")}
        />
      )}
      {from === "pointer" && (
        <TextInput
          label="Place of the name"
          description="A JSON pointer into the body."
          placeholder="/id"
          {...form.getInputProps("eventId.pointer")}
        />
      )}
    </Stack>
  );
}

function ReplyFields({ form }: FieldsProps) {
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NumberInput
          label="Status"
          description="200 to 299."
          min={200}
          max={299}
          clampBehavior="none"
          {...form.getInputProps("respondWith.status")}
        />
        <Select
          label="Content type"
          description="Of the body."
          allowDeselect={false}
          data={[
            { value: "text/plain; charset=utf-8", label: "Text" },
            { value: "application/json", label: "JSON" },
          ]}
          {...form.getInputProps("respondWith.contentType")}
        />
      </SimpleGrid>
      <Textarea
        label="Body"
        description="Mostly none is wanted."
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        {...form.getInputProps("respondWith.body")}
      />
    </Stack>
  );
}
