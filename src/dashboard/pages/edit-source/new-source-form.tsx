import { PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import type { components } from "../../api/api-types.d.ts";
import { api, read } from "../../api/client.ts";
import { Card } from "../../parts/card.tsx";
import { FormButtons } from "../../parts/form-buttons.tsx";
import { freeToLeave } from "../../parts/leaving.ts";
import { notify } from "../../parts/notify.ts";
import { type Platform, platforms } from "../../parts/source-words.ts";
import { useSubmission } from "../../parts/submission.ts";
import { UnsavedChanges } from "../../parts/unsaved-changes.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import { GenericFields } from "./generic-fields.tsx";
import { fieldPaths, genericInput, newValues, type SourceValues, secretMember } from "./source-values.ts";
import { WhatsappFields } from "./whatsapp-fields.tsx";

type SourceInput = components["schemas"]["SourceInput"];

/** What has to be known of a new source: of a platform no more than its name and secret. */
export function NewSourceForm({ platform }: { platform: Platform }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const form = useForm<SourceValues>({
    initialValues: newValues(platform),
    validate: {
      name: (name) => (name.trim() === "" ? "Give it a name." : null),
      secret: (secret) => (platform !== "other" && secret === "" ? "Paste it here." : null),
      verification: {
        secret: (secret, { verification: { kind } }) =>
          platform === "other" && secretMember[kind] && secret === "" ? "Paste it here." : null,
      },
    },
  });
  const submission = useSubmission(form, fieldPaths(form.values));
  const { secret, secretPlace } = platforms[platform];

  async function create(): Promise<void> {
    const made = await read(api.POST("/api/v1/sources", { body: inputOf(platform, form.values) }));
    await client.invalidateQueries({ queryKey: ["sources", "list"] });
    notify.done(`${made.name} is added. Now give its URL to the sender.`);
    freeToLeave();
    navigate(pathTo(pagePaths.source, { id: made.id }));
  }

  return (
    <form noValidate onSubmit={form.onSubmit(() => submission.submit(create))}>
      <UnsavedChanges isDirty={form.isDirty()} what="the new source" />
      <Stack gap="md" maw="44rem">
        <Card>
          <Stack gap="lg">
            <TextInput
              label="Name"
              required
              description="Its events get the tag source:<name>. Letters, digits, and _ . : -"
              placeholder="billing"
              maxLength={57}
              {...form.getInputProps("name")}
            />
            {platform !== "other" && (
              <PasswordInput
                label={secret}
                required
                description={secretPlace}
                autoComplete="off"
                spellCheck={false}
                visibilityToggleButtonProps={{ "aria-label": "Show or hide the secret" }}
                {...form.getInputProps("secret")}
              />
            )}
            {platform === "whatsapp" && (
              <WhatsappFields
                form={form}
                tokenHint="What you enter at Meta beside the callback URL. Left empty, a good one is made up."
              />
            )}
          </Stack>
        </Card>
        {platform === "other" && <GenericFields form={form} preset={null} storedKind={null} />}
        <FormButtons
          submission={submission}
          label="Add source"
          onCancel={() => navigate(pagePaths.sources)}
        />
      </Stack>
    </form>
  );
}

function inputOf(platform: Platform, values: SourceValues): SourceInput {
  const name = values.name.trim();
  const { secret, verifyToken, includeRaw } = values;
  switch (platform) {
    case "whatsapp": {
      const config = { appSecrets: [secret], includeRaw, ...(verifyToken !== "" && { verifyToken }) };
      return { kind: "whatsapp", name, config };
    }
    case "other":
      // What is chosen is text here; the API says where it does not fit.
      return { kind: "generic", name, config: genericInput(values, { keepsSecret: false }) } as SourceInput;
    default:
      return { kind: "generic", name, config: { preset: platform, secret } };
  }
}
