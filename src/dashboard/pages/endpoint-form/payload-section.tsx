import { Select, Stack, Text } from "@mantine/core";
import { CodeView } from "../../parts/code-view.tsx";
import { useEndpointFormContext } from "./form-context.ts";
import type { FormValues } from "./form-values.ts";
import { formatMeanings, formatNames, payloadSamples } from "./payload-formats.ts";
import type { FormSectionProps } from "./section-table.tsx";

const choices = Object.entries(formatNames).map(([value, label]) => ({ value, label }));

/** How the body is laid out, with a sample of it. */
export function PayloadSection({ isNew }: FormSectionProps) {
  const form = useEndpointFormContext();
  const format: FormValues["payloadFormat"] = form.values.payloadFormat;
  return (
    <Stack gap="md">
      <Select
        label="Format of the body"
        description={formatMeanings[format]}
        data={choices}
        allowDeselect={false}
        {...form.getInputProps("payloadFormat")}
      />
      <div>
        <Text size="sm" fw={550} mb={6}>
          What arrives
        </Text>
        <CodeView text={payloadSamples[format]} label="Sample of the body" />
      </div>
      {!isNew && (
        <Text size="xs" c="dimmed">
          Holds for events that are published from now on: what is pending keeps its body.
        </Text>
      )}
    </Stack>
  );
}
