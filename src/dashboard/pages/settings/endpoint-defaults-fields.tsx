import { NumberInput, Select, SimpleGrid, Switch } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { SettingsValues } from "./settings-values.ts";

const schedules = [
  { value: "standard", label: "Standard: 8 attempts within 28 hours" },
  { value: "short", label: "Short: 3 attempts within 6 minutes" },
  { value: "extended", label: "Extended: 10 attempts within 3 days" },
  { value: "none", label: "None: a single attempt" },
];
/** Set by the API, and kept unless another is chosen. */
const custom = { value: "custom", label: "Waits of its own, set by the API" };

const formats = [
  { value: "standard", label: "Standard Webhooks" },
  { value: "event", label: "Event: the data with the type in it" },
  { value: "object", label: "Object: wrapped, with versions" },
  { value: "raw", label: "Raw: the data alone" },
  { value: "text", label: "Text: a line for chat tools" },
];

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
