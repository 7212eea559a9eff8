import { Alert, Autocomplete, Button, Checkbox, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Link, useLocation } from "wouter";
import { useSession } from "../../api/session.ts";
import type { EventType } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { useCatalogue } from "../../parts/catalogue.ts";
import { textOf, useEventTypeChange } from "../../parts/event-type-entry.ts";
import { isTypeName } from "../../parts/event-type-input.tsx";
import { type FormErrors, formErrorsOf } from "../../parts/field-errors.ts";
import { JsonEditor, jsonObjectFault } from "../../parts/json-editor.tsx";
import { freeToLeave } from "../../parts/leaving.ts";
import { notify } from "../../parts/notify.ts";
import { RequestButton } from "../../parts/request-button.tsx";
import { UnsavedChanges } from "../../parts/unsaved-changes.tsx";
import { pagePaths, pathTo } from "../../paths.ts";

/** An entry as the form has it. Empty JSON is none. */
interface Fields {
  name: string;
  description: string;
  group: string;
  example: string;
  schema: string;
  shared: boolean;
}
const fieldNames = ["name", "description", "group", "example", "schema", "shared"] as const;
type Errors = FormErrors<keyof Fields>;

const schemaPlaceholder = `{
  "type": "object",
  "required": ["orderId"],
  "properties": { "orderId": { "type": "string" } }
}`;

/** Describes a type of event. @param entry null: a new one */
export function EventTypeForm({ entry, name }: { entry: EventType | null; name: string }) {
  const { can } = useSession();
  const [, navigate] = useLocation();
  const { types = [] } = useCatalogue().data ?? {};
  const { find, put } = useEventTypeChange();
  const [initial] = useState(() => fieldsOf(entry, name));
  const [fields, setFields] = useState(initial);
  const [errors, setErrors] = useState<Errors>({ fields: {}, form: null });
  const [isUnderWay, setIsUnderWay] = useState(false);
  const back = entry === null ? pagePaths.eventTypes : pathTo(pagePaths.eventType, { name });

  const change = (changed: Partial<Fields>): void => {
    setFields((before) => ({ ...before, ...changed }));
    const rest = { ...errors.fields };
    for (const field of Object.keys(changed) as (keyof Fields)[]) delete rest[field];
    setErrors({ fields: rest, form: null });
  };

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wrong = faultsOf(fields);
    setErrors({ fields: wrong, form: null });
    if (Object.keys(wrong).length > 0) return;
    setIsUnderWay(true);
    try {
      const { description, group, schema, example } = fields;
      const shared = fields.shared && can("operate");
      // Writing an entry replaces the one of its name: nobody means that by adding one.
      const present = entry === null ? await find(fields.name) : null;
      if (present !== null && (shared || !present.shared)) {
        const name = `${fields.name} is in the catalogue already. Open it there to change it.`;
        setErrors({ fields: { name }, form: null });
        setIsUnderWay(false);
        return;
      }
      await put(fields.name, {
        description: description.trim(),
        group: group.trim() === "" ? null : group.trim(),
        archived: entry?.archived ?? false,
        shared,
        schema: schema.trim() === "" ? null : schema,
        example: example.trim() === "" ? null : example,
      });
      notify.done(`${fields.name} is in the catalogue.`);
      freeToLeave();
      navigate(pathTo(pagePaths.eventType, { name: fields.name }));
    } catch (error) {
      setErrors(formErrorsOf<keyof Fields>(error, fieldNames));
      setIsUnderWay(false);
    }
  }

  const groups = [...new Set(types.flatMap(({ group }) => (group === null ? [] : [group])))].sort();
  const isDirty = JSON.stringify(fields) !== JSON.stringify(initial);
  return (
    <form onSubmit={(event) => void save(event)} noValidate style={{ maxWidth: "52rem" }}>
      <Card>
        <Stack gap="md">
          {entry === null && (
            <TextInput
              label="Name"
              description="What happened, in words joined by dots: the thing first, so that order.* takes all of an order."
              placeholder="order.created"
              required
              spellCheck={false}
              autoCapitalize="none"
              value={fields.name}
              onChange={(event) => change({ name: event.currentTarget.value.trim() })}
              error={errors.fields.name}
            />
          )}
          <Textarea
            label="Description"
            description="When it is published, for whoever decides to receive it."
            autosize
            minRows={2}
            maxLength={2000}
            value={fields.description}
            onChange={(event) => change({ description: event.currentTarget.value })}
            error={errors.fields.description}
          />
          <Autocomplete
            label="Group"
            description="What it is listed with."
            placeholder="None"
            maxLength={128}
            data={groups}
            value={fields.group}
            onChange={(group) => change({ group })}
            error={errors.fields.group}
          />
          <JsonEditor
            label="Example"
            description="An example of data: what a test of an endpoint sends."
            placeholder={'{ "orderId": "order-1234" }'}
            minRows={5}
            value={fields.example}
            onChange={(example) => change({ example })}
            error={errors.fields.example}
          />
          <JsonEditor
            label="Schema"
            description="JSON Schema 2020-12 of data. The example must fit it, and so must what strict organizations publish."
            placeholder={schemaPlaceholder}
            minRows={5}
            value={fields.schema}
            onChange={(schema) => change({ schema })}
            error={errors.fields.schema}
          />
          {entry === null && can("operate") && (
            <Checkbox
              label="Share it with all organizations"
              description="An organization's own entry of the same name stands before it."
              checked={fields.shared}
              onChange={(event) => change({ shared: event.currentTarget.checked })}
            />
          )}
          {errors.form && (
            <Alert role="alert" color="ember" variant="light">
              {errors.form}
            </Alert>
          )}
          <Group gap="xs">
            <RequestButton type="submit" isUnderWay={isUnderWay}>
              {entry === null ? "Add event type" : "Save"}
            </RequestButton>
            <Button component={Link} href={back} variant="default">
              Cancel
            </Button>
          </Group>
        </Stack>
      </Card>
      <UnsavedChanges isDirty={isDirty} what={entry === null ? "the new event type" : name} />
    </form>
  );
}

function fieldsOf(entry: EventType | null, name: string): Fields {
  return {
    name,
    description: entry?.description ?? "",
    group: entry?.group ?? "",
    example: textOf(entry?.example ?? null) ?? "",
    schema: textOf(entry?.schema ?? null) ?? "",
    shared: entry?.shared ?? false,
  };
}

/** What is wrong before anything is sent. The rest says the API. */
function faultsOf(fields: Fields): Partial<Record<keyof Fields, string>> {
  const faults: Partial<Record<keyof Fields, string>> = {};
  const { name } = fields;
  if (!isTypeName(name)) faults.name = "Lower-case words, digits and _, joined by dots: order.created";
  for (const field of ["example", "schema"] as const) {
    const fault = fields[field].trim() === "" ? null : jsonObjectFault(fields[field]);
    if (fault !== null) faults[field] = fault;
  }
  return faults;
}
