import { NumberInput, Stack, Switch } from "@mantine/core";
import classes from "./endpoint-form.module.css";
import { useEndpointFormContext } from "./form-context.ts";

/** How fast requests come, how long each may take, and whether one waits for the other. */
export function PaceSection() {
  const form = useEndpointFormContext();
  return (
    <Stack gap="lg">
      <NumberInput
        className={classes.number}
        label="Rate limit"
        description="Attempts that may start in any second, 1 to 10,000. What is above waits. Empty for no limit."
        placeholder="No limit"
        suffix=" a second"
        min={1}
        max={10_000}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=","
        {...form.getInputProps("rateLimitPerSecond")}
      />
      <NumberInput
        className={classes.number}
        label="Timeout"
        description="How long the receiver may take for its whole answer, 1 to 30 seconds."
        suffix=" s"
        min={1}
        max={30}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps("timeoutSeconds")}
      />
      <Switch
        label="Deliver one at a time, in order"
        description="A delivery that fails holds those behind it until it has succeeded or been given up. Slower; only for receivers that need it."
        {...form.getInputProps("ordered", { type: "checkbox" })}
      />
    </Stack>
  );
}
