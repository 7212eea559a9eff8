import { Anchor, Button, Code, Stack, Text, Textarea } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { useState } from "react";
import { FilterTrial } from "./filter-trial.tsx";
import { useEndpointFormContext } from "./form-context.ts";

const example = JSON.stringify({ "customer.country": "DE", amount: { $gte: 100 } }, null, 2);

/** Which of the events it gets, by their data; and a way to try that. */
export function FilterSection() {
  const form = useEndpointFormContext();
  const [isTrying, setIsTrying] = useState(false);
  const { filter } = form.values;
  return (
    <Stack gap="md">
      <Textarea
        label="Conditions on the data"
        description={
          <>
            A JSON object. Paths start at <Code>data</Code>; all conditions must hold. Operators: $eq, $ne,
            $gt, $gte, $lt, $lte, $in, $nin, $startsWith, $endsWith, $regex, $exists, $and, $or, $not.
          </>
        }
        placeholder={example}
        autosize
        minRows={4}
        maxRows={18}
        spellCheck={false}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: "0.8125rem" } }}
        {...form.getInputProps("filter")}
      />
      {filter.trim() === "" ? (
        <Text size="sm" c="dimmed">
          Empty lets every event of the chosen types through.{" "}
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => form.setFieldValue("filter", example)}
          >
            Begin with an example
          </Anchor>
        </Text>
      ) : isTrying ? (
        <FilterTrial />
      ) : (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconFlask size={14} />}
            onClick={() => setIsTrying(true)}
          >
            Try it on an event
          </Button>
        </div>
      )}
    </Stack>
  );
}
