import { Stack, Text, TextInput } from "@mantine/core";
import { useEndpointFormContext } from "./form-context.ts";
import { NameValueList } from "./name-value-list.tsx";

const metadataMax = 50;

/** What the organization's own systems call the endpoint, and note about it. */
export function ReferenceSection() {
  const form = useEndpointFormContext();
  return (
    <Stack gap="lg">
      <TextInput
        label="Your own id (uid)"
        description="Works in the API wherever the endpoint's id does. Letters, digits, _ and -."
        placeholder="crm-production"
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("uid")}
      />
      <div>
        <Text size="sm" fw={500}>
          Metadata
        </Text>
        <Text size="xs" c="dimmed" mb="xs">
          Notes for your own systems; shown in the API, never sent.
        </Text>
        <NameValueList
          list="metadata"
          noun="entry"
          max={metadataMax}
          namePlaceholder="team"
          isSecret={() => false}
        />
      </div>
    </Stack>
  );
}
