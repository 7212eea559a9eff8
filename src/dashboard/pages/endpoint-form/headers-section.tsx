import { Stack, Text } from "@mantine/core";
import { isSensitiveHeader } from "../../../domain/header-name.ts";
import { NameValueList } from "./name-value-list.tsx";

const headersMax = 30;

/** Headers that every request to the endpoint carries. */
export function HeadersSection() {
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        Every request carries these as well. What looks like a credential, such as Authorization or X-Api-Key,
        is stored encrypted and never shown again.
      </Text>
      <NameValueList
        list="headers"
        noun="header"
        max={headersMax}
        namePlaceholder="X-Environment"
        isSecret={({ name, isStored }) => isStored || isSensitiveHeader(name.trim())}
      />
    </Stack>
  );
}
