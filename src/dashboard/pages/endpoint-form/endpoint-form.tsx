import { Accordion, Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { ApiProblem, sentenceOf } from "../../api/problem.ts";
import { Card } from "../../parts/card.tsx";
import { useFilters } from "../../parts/filters.ts";
import { RequestButton } from "../../parts/request-button.tsx";
import { UnsavedChanges } from "../../parts/unsaved-changes.tsx";
import classes from "./endpoint-form.module.css";
import { EventTypePicker } from "./event-type-picker.tsx";
import { EndpointFormProvider, useEndpointForm } from "./form-context.ts";
import { findProblems, placeProblem } from "./form-problems.ts";
import type { FormValues } from "./form-values.ts";
import { formSections, sectionsOf } from "./section-table.tsx";

interface EndpointFormProps {
  initial: FormValues;
  isNew: boolean;
  /** "Add endpoint". */
  submitLabel: string;
  /** Where Cancel leads. */
  cancelPath: string;
  /** Saves it; what it throws is shown where it belongs. */
  onSave: (before: FormValues, after: FormValues) => Promise<void>;
}

/** All that an endpoint can be told. Whoever begins needs the first part alone: the rest is folded, and says what it is. */
export function EndpointForm({ initial, isNew, submitLabel, cancelPath, onSave }: EndpointFormProps) {
  const form = useEndpointForm({
    initialValues: initial,
    validate: (values) => findProblems(values, initial.url),
  });
  // Whoever was led here by what helps has it before their eyes.
  const [{ section }] = useFilters(["section"]);
  const [opened, setOpened] = useState<string[]>([section]);
  const [rest, setRest] = useState<string[]>([]);
  const [refusals, setRefusals] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (section === "") return;
    element.current?.querySelector('[aria-expanded="true"]')?.scrollIntoView({ block: "start" });
  }, [section]);

  // Whatever was refused: its section is open by now, and the first wrong field has the focus.
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus();
    wrong?.scrollIntoView({ block: "center" });
  }, [refusals]);

  function refuse(paths: readonly string[]): void {
    setOpened((before) => [...new Set([...before, ...sectionsOf(paths)])]);
    setRefusals((count) => count + 1);
  }

  async function save(values: FormValues): Promise<void> {
    setIsSaving(true);
    setRest([]);
    try {
      await onSave(form.getInitialValues(), values);
    } catch (error) {
      const isPlaced = error instanceof ApiProblem;
      const placed = isPlaced ? placeProblem(error, values) : { errors: {}, rest: [sentenceOf(error)] };
      form.setErrors(placed.errors);
      setRest(placed.rest);
      refuse(Object.keys(placed.errors));
    } finally {
      setIsSaving(false);
    }
  }

  return (
    <EndpointFormProvider form={form}>
      <form
        ref={element}
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit(
          (values) => void save(values),
          (errors) => refuse(Object.keys(errors)),
        )}
      >
        <Stack gap="md">
          <Card>
            <Stack gap="md">
              <TextInput
                label="URL"
                description="Where the events are sent, as POST requests."
                placeholder="https://hooks.example.com/in"
                required
                type="url"
                inputMode="url"
                autoComplete="off"
                spellCheck={false}
                {...form.getInputProps("url")}
              />
              <TextInput
                label="Description"
                description="What people call it here. It is never sent."
                placeholder="CRM, production"
                maxLength={500}
                autoComplete="off"
                {...form.getInputProps("description")}
              />
              <EventTypePicker />
            </Stack>
          </Card>
          <Card title="More settings" padding="flush">
            <Accordion
              multiple
              order={3}
              value={opened}
              onChange={setOpened}
              keepMounted={false}
              transitionDuration={0}
              classNames={{
                item: classes.section ?? "",
                control: classes.sectionControl ?? "",
                content: classes.sectionContent ?? "",
              }}
            >
              {formSections.map(({ id, title, summary, component: Section }) => (
                <Accordion.Item key={id} value={id}>
                  <Accordion.Control>
                    <span className={classes.sectionTitle}>{title}</span>
                    <span className={classes.sectionSummary}>{summary(form.values)}</span>
                  </Accordion.Control>
                  <Accordion.Panel>
                    <Section isNew={isNew} />
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
          </Card>
          {rest.length > 0 && (
            <Alert
              role="alert"
              color="ember"
              variant="light"
              icon={<IconAlertTriangle />}
              title="It could not be saved"
            >
              {rest.map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
            </Alert>
          )}
        </Stack>
        <div className={classes.foot}>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" component={Link} href={cancelPath}>
              Cancel
            </Button>
            <RequestButton type="submit" isUnderWay={isSaving} disabled={!isNew && !form.isDirty()}>
              {submitLabel}
            </RequestButton>
          </Group>
        </div>
      </form>
      <UnsavedChanges isDirty={form.isDirty()} what={isNew ? "the new endpoint" : "this endpoint"} />
    </EndpointFormProvider>
  );
}
