import {
  Alert,
  Button,
  Group,
  PasswordInput,
  Radio,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./endpoint-form.module.css";
import { useEndpointFormContext } from "./form-context.ts";
import type { FormSectionProps } from "./section-table.tsx";

/** How requests are signed. */
export function SigningSection({ isNew }: FormSectionProps) {
  const form = useEndpointFormContext();
  const { scheme, signsBody } = form.values;
  const replacesKey = !isNew && scheme !== form.getInitialValues().scheme;
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        Every request carries webhook-id, webhook-timestamp and webhook-signature, as Standard Webhooks has
        it.
      </Text>
      <Radio.Group label="What verifies the signature" {...form.getInputProps("scheme")}>
        <Stack gap="xs" mt={6}>
          <Radio
            value="hmac"
            label="A shared secret (HMAC-SHA256)"
            description="The usual one, known to all libraries."
          />
          <Radio
            value="ed25519"
            label="A public key (Ed25519)"
            description="The receiver holds nothing with which it could sign itself."
          />
        </Stack>
      </Radio.Group>
      {replacesKey && (
        <Alert color="brass" variant="light" icon={<IconAlertTriangle />} title="The key is replaced at once">
          Saving makes a new key and ends the old ones: the receiver refuses everything until it has the new
          one from the endpoint's page.
        </Alert>
      )}
      {isNew && (
        <PasswordInput
          label="Signing secret of your own"
          description={`Only if the receiver has one from a system used before: ${scheme === "hmac" ? "whsec_" : "whsk_"}…. Empty: one is made.`}
          autoComplete="new-password"
          spellCheck={false}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the secret" }}
          {...form.getInputProps("secret")}
        />
      )}
      <Switch
        label="One more header with a signature of the body alone"
        description="For receivers that were written for another sender, such as GitHub or Meta."
        {...form.getInputProps("signsBody", { type: "checkbox" })}
      />
      {signsBody && <BodySignature />}
    </Stack>
  );
}

function BodySignature() {
  const form = useEndpointFormContext();
  const { scheme, isBodySecretStored } = form.values;
  return (
    <div className={classes.inset}>
      <Stack gap="md">
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            Fill in:
          </Text>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() =>
              form.setValues({
                bodyHeader: "X-Hub-Signature-256",
                bodyEncoding: "hex",
                bodyPrefix: "sha256=",
              })
            }
          >
            GitHub's and Meta's form
          </Button>
        </Group>
        <TextInput
          label="Header"
          placeholder="X-Signature"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps("bodyHeader")}
        />
        <div className={classes.pair}>
          <Select
            label="Encoding"
            data={[
              { value: "hex", label: "Hexadecimal" },
              { value: "base64", label: "Base64" },
            ]}
            allowDeselect={false}
            {...form.getInputProps("bodyEncoding")}
          />
          <TextInput
            label="Text before it"
            placeholder="None"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("bodyPrefix")}
          />
        </div>
        <PasswordInput
          label="Its own secret"
          required={scheme === "ed25519"}
          description={
            isBodySecretStored
              ? "One is stored and never shown. Type to replace it."
              : scheme === "ed25519"
                ? "8 to 256 characters: a private key must not be shared with receivers."
                : "8 to 256 characters that the receiver has already. Empty: the signing secret as text, whsec_ included."
          }
          placeholder={isBodySecretStored ? "Stored" : undefined}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the secret of the body's signature" }}
          {...form.getInputProps("bodySecret")}
        />
        {isBodySecretStored && (
          <Group>
            <Button
              variant="default"
              size="compact-xs"
              onClick={() => form.setValues({ isBodySecretStored: false, bodySecret: "" })}
            >
              Forget the stored secret
            </Button>
          </Group>
        )}
      </Stack>
    </div>
  );
}
