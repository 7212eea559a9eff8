import { Alert, NumberInput, PasswordInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { verificationWords } from "../../parts/source-words.ts";
import type { GenericFieldsProps } from "./generic-fields.tsx";
import { isTimed, secretMember } from "./source-values.ts";

const words = { secret: "Secret", token: "Token", password: "Password" };

/** How a request shows that it comes from whom it should; of each way what belongs to it. */
export function VerificationFields({ form, storedKind }: Omit<GenericFieldsProps, "preset">) {
  const { kind } = form.values.verification;
  const member = secretMember[kind] ?? null;
  return (
    <Stack gap="md">
      <Select
        label="Verified by"
        allowDeselect={false}
        data={Object.entries(verificationWords).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps("verification.kind")}
      />
      {kind === "none" && (
        <Alert color="brass" variant="light" icon={<IconAlertTriangle />}>
          Whoever learns of the URL can make events. Choose this only for senders that can do no better.
        </Alert>
      )}
      {kind === "hmac" && <HmacFields form={form} />}
      {kind === "header-token" && (
        <TextInput
          label="Header of the token"
          placeholder="X-Token"
          {...form.getInputProps("verification.header")}
        />
      )}
      {kind === "basic" && (
        <TextInput
          label="User name"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps("verification.username")}
        />
      )}
      {member !== null && kind !== storedKind && (
        <PasswordInput
          label={words[member]}
          description={
            kind === "standard-webhooks"
              ? "whsec_ and the base64 of 24 to 64 bytes."
              : "The sender and Posthorn both know it. It is stored encrypted, and never shown again."
          }
          autoComplete="off"
          spellCheck={false}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide it" }}
          {...form.getInputProps("verification.secret")}
        />
      )}
      {isTimed(kind) && (
        <NumberInput
          label="Clock tolerance, seconds"
          description="A signature with a time further away is refused."
          min={1}
          max={86_400}
          clampBehavior="none"
          w={{ base: "100%", xs: "16rem" }}
          {...form.getInputProps("verification.toleranceSeconds")}
        />
      )}
    </Stack>
  );
}

function HmacFields({ form }: Pick<GenericFieldsProps, "form">) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      <TextInput
        label="Header of the signature"
        placeholder="X-Signature"
        {...form.getInputProps("verification.header")}
      />
      <TextInput
        label="Before the signature"
        placeholder="sha256="
        {...form.getInputProps("verification.prefix")}
      />
      <Select
        label="Algorithm"
        allowDeselect={false}
        data={[
          { value: "sha256", label: "SHA-256" },
          { value: "sha512", label: "SHA-512" },
          { value: "sha1", label: "SHA-1" },
        ]}
        {...form.getInputProps("verification.algorithm")}
      />
      <Select
        label="Written in"
        allowDeselect={false}
        data={[
          { value: "hex", label: "Hexadecimal" },
          { value: "base64", label: "Base64" },
        ]}
        {...form.getInputProps("verification.encoding")}
      />
    </SimpleGrid>
  );
}
