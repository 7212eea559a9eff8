import { Alert, Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import { sentenceOf } from "../../api/problem.ts";
import type { Attempt, Endpoint } from "../../api/shapes.ts";
import { useCatalogue } from "../../parts/catalogue.ts";
import { CodeView } from "../../parts/code-view.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { formatDuration } from "../../parts/format.ts";
import { usePanelAddress } from "../../parts/payload-panel/panel-address.ts";
import { RequestButton } from "../../parts/request-button.tsx";
import { AttemptOutcome, outcomeWords } from "../../parts/status.tsx";

interface TestDialogProps {
  endpoint: Endpoint;
  isOpen: boolean;
  onClose: () => void;
}

/** The type that every endpoint can be tested with. */
const plainTest = "webhook.test";

/** Sends one event of a chosen type at once, and shows the answer. */
export function TestDialog(props: TestDialogProps) {
  const { endpoint, isOpen, onClose } = props;
  const title = `Send a test event to ${endpointLabel(endpoint)}`;
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={600}>{title}</Text>} size="lg">
      <Test {...props} />
    </Modal>
  );
}

/** Made anew whenever the dialog opens: the last answer is gone. */
function Test({ endpoint, onClose }: TestDialogProps) {
  const [type, setType] = useState(plainTest);
  const test = useTest(endpoint.id);
  const catalogue = useCatalogue();
  const { open } = usePanelAddress();
  const types = (catalogue.data?.types ?? [])
    .filter(({ example, archived }) => example !== null && !archived)
    .map(({ name }) => name);
  return (
    <Stack gap="md">
      <Text size="sm" c="var(--text-soft)">
        Exactly one attempt, now, whatever the endpoint subscribes to and even while it is disabled. It counts
        in no statistics.
      </Text>
      <Select
        label="Event type"
        description="Those of the catalogue that have an example."
        searchable
        allowDeselect={false}
        maxDropdownHeight={260}
        value={type}
        onChange={(chosen) => setType(chosen ?? plainTest)}
        data={[plainTest, ...types.filter((name) => name !== plainTest)]}
        nothingFoundMessage="No type of that name has an example"
      />
      {test.isError && (
        <Alert role="alert" color="ember">
          {sentenceOf(test.error)}
        </Alert>
      )}
      {test.data && <Answer attempt={test.data} />}
      <Group justify="flex-end" gap="xs">
        {test.data && (
          <Button
            variant="default"
            onClick={() => {
              onClose();
              open({ kind: "attempt", id: test.data.id });
            }}
          >
            Show payload
          </Button>
        )}
        <RequestButton data-autofocus isUnderWay={test.isPending} onClick={() => test.mutate(type)}>
          {test.data ? "Send again" : "Send test event"}
        </RequestButton>
      </Group>
    </Stack>
  );
}

function useTest(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (type: string) => {
      const body = type === plainTest ? {} : { eventType: type };
      return read(api.POST("/api/v1/endpoints/{id}/test", { params: { path: { id } }, body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["attempts", "list"] }),
  });
}

function Answer({ attempt }: { attempt: Attempt }) {
  const { outcome, error, durationMs, responseBody } = attempt;
  const isGood = outcome === "success";
  return (
    <Stack gap="xs" role="status">
      <Group gap="xs">
        <Text fw={600} size="sm">
          {isGood ? "The receiver took it" : "The receiver did not take it"}
        </Text>
        <AttemptOutcome attempt={attempt} />
        <Text size="sm" c="dimmed">
          after {formatDuration(durationMs)}
        </Text>
      </Group>
      {!isGood && (
        <Text size="sm" c="var(--bad-text)">
          {error ?? outcomeWords[outcome]}
        </Text>
      )}
      {responseBody ? (
        <CodeView label="Answer" text={responseBody} height="14rem" />
      ) : (
        <Text size="sm" c="dimmed">
          {attempt.responseStatus === null ? "There was no response." : "The response had no body."}
        </Text>
      )}
    </Stack>
  );
}
