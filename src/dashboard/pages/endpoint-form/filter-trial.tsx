import { Alert, Code, Group, Select, Stack, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { patternMatches } from "../../../domain/subscription.ts";
import { api, read } from "../../api/client.ts";
import { ApiProblem, sentenceOf } from "../../api/problem.ts";
import type { EventType } from "../../api/shapes.ts";
import { useCatalogue } from "../../parts/catalogue.ts";
import { JsonEditor, jsonObjectFault } from "../../parts/json-editor.tsx";
import { RequestButton } from "../../parts/request-button.tsx";
import classes from "./endpoint-form.module.css";
import { useEndpointFormContext } from "./form-context.ts";
import { placeProblem } from "./form-problems.ts";

/** Tries the filter on data: a type's example, its latest event's, or what is typed. */
export function FilterTrial() {
  const form = useEndpointFormContext();
  const catalogue = useCatalogue();
  const [type, setType] = useState<string | null>(null);
  const [data, setData] = useState("{}");
  const sample = useMutation({ mutationFn: (name: string) => readSample(name, catalogue.data?.types ?? []) });
  const trial = useMutation({ mutationFn: () => tryFilter(form.values.filter, data) });
  const isObject = jsonObjectFault(data) === null;

  const offered = (catalogue.data?.types ?? [])
    .map(({ name }) => name)
    .filter((name) => form.values.eventTypes.some((pattern) => patternMatches(pattern, name)));

  async function choose(name: string | null): Promise<void> {
    setType(name);
    trial.reset();
    if (name === null) return;
    const found = await sample.mutateAsync(name).catch(() => null);
    if (found !== null) setData(JSON.stringify(found, null, 2));
  }

  function run(): void {
    form.clearFieldError("filter");
    trial.mutate(undefined, {
      onError(error) {
        if (!(error instanceof ApiProblem)) return;
        const { errors } = placeProblem(error, form.values);
        if (errors.filter) form.setFieldError("filter", errors.filter);
      },
    });
  }

  return (
    <div className={classes.inset}>
      <Stack gap="sm">
        {offered.length > 0 && (
          <Select
            label="Take the data of"
            description="The type's example from the catalogue, or else of its latest event."
            placeholder="An event type"
            data={offered}
            searchable
            clearable
            value={type}
            onChange={(name) => void choose(name)}
          />
        )}
        {sample.data === null && (
          <Text size="xs" c="dimmed">
            {type} has no example and no event yet. Write its data below.
          </Text>
        )}
        {sample.isError && (
          <Text size="xs" c="var(--bad-text)">
            {sentenceOf(sample.error)}
          </Text>
        )}
        <JsonEditor
          label="Data of the event"
          minRows={4}
          value={data}
          onChange={(text) => {
            setData(text);
            trial.reset();
          }}
        />
        <Group>
          <RequestButton
            variant="default"
            size="xs"
            isUnderWay={trial.isPending}
            disabled={!isObject || jsonObjectFault(form.values.filter) !== null}
            onClick={run}
          >
            Try it
          </RequestButton>
        </Group>
        <div aria-live="polite">
          {trial.data && <Verdict matches={trial.data.matches} failedAt={trial.data.failedAt} />}
          {trial.isError && (
            <Text size="sm" c="var(--bad-text)">
              {sentenceOf(trial.error)}
            </Text>
          )}
        </div>
      </Stack>
    </div>
  );
}

function Verdict({ matches, failedAt }: { matches: boolean; failedAt: string | null }) {
  return matches ? (
    <Alert color="moss" variant="light" icon={<IconCircleCheck />} title="Would be delivered">
      The event passes the filter.
    </Alert>
  ) : (
    <Alert color="brass" variant="light" icon={<IconCircleX />} title="Would not be delivered">
      The condition at <Code>{failedAt ?? ""}</Code> does not hold.
    </Alert>
  );
}

async function tryFilter(filter: string, data: string) {
  const body = { filter: JSON.parse(filter), event: { data: JSON.parse(data) } };
  return read(api.POST("/api/v1/endpoints/filter-test", { body }));
}

/** Data as events of the type have it; null where neither an example nor an event is known. */
async function readSample(name: string, types: readonly EventType[]): Promise<object | null> {
  const example = types.find((type) => type.name === name)?.example;
  if (example) return example;
  const { data } = await read(api.GET("/api/v1/events", { params: { query: { type: name, limit: 1 } } }));
  const id = data[0]?.id;
  if (id === undefined) return null;
  const event = await read(api.GET("/api/v1/events/{id}", { params: { path: { id } } }));
  return event.data;
}
