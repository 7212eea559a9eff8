import { NumberInput, Select, SimpleGrid, Switch } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type RetryPreset, retryPresets } from "../../../domain/retry-presets.ts";
import { formatNames, retryNames } from "../../parts/endpoint-words.ts";
import { scheduleWords } from "../../parts/wait-words.ts";
import type { SettingsValues } from "./settings-values.ts";

const schedules = (Object.keys(retryPresets) as RetryPreset[]).map((value) => ({
  value: value as string,
  label: `${retryNames[value]}: ${scheduleWords(retryPresets[value])}`,
}));
/** Set by the API, and kept unless another is chosen. */
const custom = { value: "custom", label: retryNames.custom };

const formats = Object.entries(formatNames).map(([value, label]) => ({ value, label }));

/** The fields of an endpoint that make sense for all of them. */
export function EndpointDefaultsFields({ form }: { form: UseFormReturnType<SettingsValues> }) {
  return (
    <>
      <Select
        label="Failed attempts are made again"
        allowDeselect={false}
        data={form.values.retry === "custom" ? [...schedules, custom] : schedules}
        {...form.getInputProps("retry")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" verticalSpacing="lg">
        <NumberInput
          label="Timeout, seconds"
          description="1 to 30, for a whole attempt."
          min={1}
          max={30}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps("timeoutSeconds")}
        />
        <NumberInput
          label="Rate limit, attempts a second"
          description="Empty for no limit."
          min={1}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps("endpointRate")}
        />
        <NumberInput
          label="Disabled after"
          description="Failed deliveries in a row. Empty for never."
          min={1}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps("autoDisableAfter")}
        />
        <Select
          label="Payload format"
          description="How the body is laid out."
          allowDeselect={false}
          data={formats}
          {...form.getInputProps("payloadFormat")}
        />
      </SimpleGrid>
      <Switch
        label="In order"
        description="One delivery at a time: one that fails holds those behind it until it has ended."
        {...form.getInputProps("ordered", { type: "checkbox" })}
      />
    </>
  );
}
