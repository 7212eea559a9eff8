import { Group, NumberInput, Radio, Stack, Switch, Text, TextInput } from "@mantine/core";
import { retryPresets } from "../../../domain/retry-presets.ts";
import { formatCount } from "../../parts/format.ts";
import { waitsOf } from "./changed-fields.ts";
import classes from "./endpoint-form.module.css";
import { useEndpointFormContext } from "./form-context.ts";
import type { FormValues } from "./form-values.ts";
import { momentsOf, readWaits, scheduleWords, writeRoughly } from "./wait-words.ts";

const choices: readonly { value: FormValues["retry"]; label: string; description: string }[] = [
  { value: "standard", label: "Standard", description: scheduleWords(retryPresets.standard) },
  { value: "extended", label: "Extended", description: scheduleWords(retryPresets.extended) },
  { value: "short", label: "Short", description: scheduleWords(retryPresets.short) },
  { value: "none", label: "None", description: scheduleWords(retryPresets.none) },
  { value: "custom", label: "Own schedule", description: "Waits of your own" },
];

/** When failed attempts are made again, and when the endpoint is given up. */
export function RetrySection() {
  const form = useEndpointFormContext();
  const { retry, disables, autoDisableAfter } = form.values;
  return (
    <Stack gap="lg">
      <Radio.Group label="When an attempt fails, it is made again" {...form.getInputProps("retry")}>
        <div className={classes.choices}>
          {choices.map(({ value, label, description }) => (
            <Radio.Card key={value} value={value} className={classes.choice} aria-label={label}>
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <Radio.Indicator size="xs" mt={2} />
                <div>
                  <Text size="sm" fw={550}>
                    {label}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {description}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {retry === "custom" && (
        <TextInput
          label="Waits before each further attempt"
          description="Separated by commas, up to 20, at most 7 days each and 30 days in all."
          placeholder="30 s, 5 min, 2 h, 1 d"
          {...form.getInputProps("waits")}
        />
      )}
      <Moments values={form.values} />
      <Stack gap="sm">
        <Switch
          label="Disable the endpoint when it stays broken"
          description="Nothing is sent to it then; what it misses can be recovered later."
          {...form.getInputProps("disables", { type: "checkbox" })}
        />
        {disables && (
          <NumberInput
            className={classes.number}
            label="After this many deliveries in a row were exhausted"
            description={`Or when nothing has succeeded for 72 h and at least ${formatCount(Number(autoDisableAfter))} attempts failed.`}
            min={1}
            max={1000}
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps("autoDisableAfter")}
          />
        )}
      </Stack>
    </Stack>
  );
}

/** The moments that the waits lead to. */
function Moments({ values }: { values: FormValues }) {
  const isReadable = values.retry !== "custom" || readWaits(values.waits).ok;
  if (!isReadable) return null;
  const waits = waitsOf(values);
  const moments = momentsOf(waits);
  return (
    <div>
      <Text size="sm" fw={550} mb={6}>
        {scheduleWords(waits)}
        {waits.length > 0 && ", counted from the first"}
      </Text>
      <ol className={classes.moments} aria-label="Moments of the attempts">
        {moments.map((seconds, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an attempt is its number
          <li key={index}>{seconds === 0 && index === 0 ? "at once" : writeRoughly(seconds)}</li>
        ))}
      </ol>
      {waits.length > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          Each wait is up to 10 % shorter or longer, so that many deliveries do not return at the same moment.
        </Text>
      )}
    </div>
  );
}
