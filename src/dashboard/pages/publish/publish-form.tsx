import { Accordion, Alert, Button, Group, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { useSearchParams } from "wouter";
import type { PublishedEvent } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { useCatalogue } from "../../parts/catalogue.ts";
import { EventTypeInput } from "../../parts/event-type-input.tsx";
import { type FormErrors, formErrorsOf } from "../../parts/field-errors.ts";
import { formatJson, JsonEditor } from "../../parts/json-editor.tsx";
import { RequestButton } from "../../parts/request-button.tsx";
import { UnsavedChanges } from "../../parts/unsaved-changes.tsx";
import { type Draft, draftErrors, draftFields, emptyDraft, optionsInWords, publishDraft } from "./draft.ts";
import classes from "./publish.module.css";
import { PublishOptions } from "./publish-options.tsx";

const noErrors: FormErrors<keyof Draft> = { fields: {}, form: null };

/** What is to be published. It stays as it is afterwards: often one more is wanted. */
export function PublishForm(props: {
  onPublished: (published: PublishedEvent) => void;
  onDraft: (draft: Draft) => void;
}) {
  const { onPublished, onDraft } = props;
  const [search] = useSearchParams();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>({ ...emptyDraft, type: search.get("type") ?? "" });
  // What nobody would miss: what the page has filled in, or what is published.
  const [kept, setKept] = useState(draft);
  const [errors, setErrors] = useState(noErrors);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const { example, useExample, entry } = useExampleOf(draft, (data) => {
    setDraft((before) => ({ ...before, data }));
    setKept((before) => ({ ...before, data }));
  });
  const isDirty = JSON.stringify(draft) !== JSON.stringify(kept);
  useEffect(() => onDraft(draft), [draft, onDraft]);

  const change = (changed: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...changed }));
    const rest = { ...errors.fields };
    for (const name of Object.keys(changed) as (keyof Draft)[]) delete rest[name];
    setErrors({ fields: rest, form: null });
  };

  async function publish(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wrong = draftErrors(draft);
    setErrors({ fields: wrong, form: null });
    if (Object.keys(wrong).length > 0) return;
    setIsUnderWay(true);
    try {
      onPublished(await publishDraft(draft));
      setKept(draft);
      void client.invalidateQueries({ queryKey: ["events"] });
      void client.invalidateQueries({ queryKey: ["statistics"] });
    } catch (error) {
      setErrors(formErrorsOf<keyof Draft>(error, draftFields));
    } finally {
      setIsUnderWay(false);
    }
  }

  return (
    <form onSubmit={(event) => void publish(event)} noValidate>
      <UnsavedChanges isDirty={isDirty} what="the event" verb="publish" />
      <Card>
        <Stack gap="md">
          <EventTypeInput
            label="Event type"
            description={entry?.description || "From the catalogue, or any other."}
            required
            value={draft.type}
            onChange={(type) => change({ type })}
            error={errors.fields.type}
          />
          <JsonEditor
            label="Data"
            description="The JSON object that endpoints receive, byte for byte as it stands here."
            required
            minRows={10}
            value={draft.data}
            onChange={(data) => change({ data })}
            error={errors.fields.data}
            actions={
              example !== null &&
              draft.data !== example && (
                <Button variant="default" size="compact-xs" onClick={useExample}>
                  Fill in the example
                </Button>
              )
            }
          />
          <Accordion variant="separated" chevronPosition="left" order={2}>
            <Accordion.Item value="options">
              <Accordion.Control>
                <span className={classes.options}>
                  <b>Options</b> <span>{optionsInWords(draft)}</span>
                </span>
              </Accordion.Control>
              <Accordion.Panel>
                <PublishOptions draft={draft} change={change} errors={errors.fields} />
              </Accordion.Panel>
            </Accordion.Item>
          </Accordion>
          {errors.form && (
            <Alert role="alert" color="ember" variant="light">
              {errors.form}
            </Alert>
          )}
          <Group justify="flex-end">
            <RequestButton type="submit" isUnderWay={isUnderWay}>
              Publish
            </RequestButton>
          </Group>
        </Stack>
      </Card>
    </form>
  );
}

/** The catalogue's example of the type, filled in as soon as a type is chosen, unless something was written by hand. */
function useExampleOf(draft: Draft, fill: (data: string) => void) {
  const catalogue = useCatalogue();
  const entry = catalogue.data?.types.find(({ name }) => name === draft.type);
  const example = entry?.example ? formatJson(JSON.stringify(entry.example)) : null;
  const [filledIn, setFilledIn] = useState(emptyDraft.data);
  const fillIn = (text: string): void => {
    setFilledIn(text);
    fill(text);
  };
  const isUntouched = draft.data === filledIn || draft.data.trim() === "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each example, not for each letter
  useEffect(() => {
    if (example !== null && isUntouched) fillIn(example);
  }, [example]);
  return { entry, example, useExample: () => example !== null && fillIn(example) };
}
