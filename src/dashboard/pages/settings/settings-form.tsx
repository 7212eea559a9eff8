import { Fieldset, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { meKey } from "../../api/session-end.ts";
import type { Instance, Organization } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { CopiedId } from "../../parts/copied-id.tsx";
import { Facts } from "../../parts/facts.tsx";
import { FormButtons } from "../../parts/form-buttons.tsx";
import { notify } from "../../parts/notify.ts";
import { useSubmission } from "../../parts/submission.ts";
import { UnsavedChanges } from "../../parts/unsaved-changes.tsx";
import { EndpointDefaultsFields } from "./endpoint-defaults-fields.tsx";
import { LimitField } from "./limit-field.tsx";
import classes from "./settings.module.css";
import { SettingsSection } from "./settings-section.tsx";
import { fieldPaths, limitNames, patchOf, type SettingsValues, valuesOf } from "./settings-values.ts";

/** An organization's settings; to be read by all, to be changed by its owner. */
export function SettingsForm(props: { organization: Organization; limits: Instance["limits"] }) {
  const { organization, limits } = props;
  const { id, uid } = organization;
  const client = useQueryClient();
  const { can } = useSession();
  const form = useForm<SettingsValues>({
    initialValues: valuesOf(organization),
    validate: {
      name: (name) => (name.trim() === "" ? "Give it a name." : null),
      ...Object.fromEntries(
        limitNames.map((name) => [
          name,
          {
            own: (own: number | string, values: SettingsValues) =>
              values[name].of === "own" && (own === "" || Number(own) < 1)
                ? "Must be a number from 1 on."
                : null,
          },
        ]),
      ),
      timeoutSeconds: (value) => (value === "" ? "Must be 1 to 30." : null),
    },
  });
  const submission = useSubmission(form, fieldPaths);

  async function save(): Promise<void> {
    const body = patchOf(valuesOf(organization), form.values);
    const saved = await read(api.PATCH("/api/v1/organizations/{id}", { params: { path: { id } }, body }));
    client.setQueryData(["organizations", "one", id], saved);
    const values = valuesOf(saved);
    form.setValues(values);
    form.resetDirty(values);
    await Promise.all([
      client.invalidateQueries({ queryKey: meKey }),
      client.invalidateQueries({ queryKey: ["organizations"] }),
    ]);
    notify.done("The settings are saved, and hold from now on.");
  }

  return (
    <form noValidate onSubmit={form.onSubmit(() => submission.submit(save))}>
      <UnsavedChanges isDirty={form.isDirty()} what="the settings" />
      <Fieldset variant="unstyled" disabled={!can("own")} className={classes.all}>
        <Stack gap="md">
          <Card>
            <SettingsSection title="Organization" description="Who it is, for people and for requests.">
              <TextInput label="Name" maxLength={200} {...form.getInputProps("name")} />
              <Facts
                rows={[
                  ["Id", <CopiedId key="id" id={id} what="the organization's id" />],
                  ...(uid === null
                    ? []
                    : [["uid", <CopiedId key="uid" id={uid} what="the organization's uid" />] as const]),
                ]}
              />
            </SettingsSection>
          </Card>
          <Card>
            <SettingsSection
              title="Limits"
              description="How long things are kept, and how much may happen. Only an operator goes beyond the instance's."
            >
              <LimitField
                form={form}
                name="retentionDays"
                label="Events, deliveries and attempts are kept for"
                unit="days"
                none="For ever"
                instance={limits.retentionDays}
              />
              <LimitField
                form={form}
                name="rateLimitPerSecond"
                label="Requests to the API"
                unit="a second"
                none="No limit"
                instance={limits.rateLimitPerSecond}
              />
              <LimitField
                form={form}
                name="endpointsMax"
                label="Endpoints at most"
                unit="endpoints"
                none="No limit"
                instance={limits.endpointsMax}
              />
            </SettingsSection>
          </Card>
          <Card>
            <SettingsSection
              title="Publishing"
              description="Which events are taken, and what all payloads say."
            >
              <Switch
                label="Take only events that the catalogue knows"
                description="An event whose type is not described, or whose data does not fit its schema, is refused."
                {...form.getInputProps("strictEventTypes", { type: "checkbox" })}
              />
              <TextInput
                label="API version in payloads"
                description="api_version in the payload format object. Emptied, Posthorn's own."
                w={{ base: "100%", xs: "16rem" }}
                {...form.getInputProps("apiVersion")}
              />
              <Switch
                label="Live mode"
                description="liveMode in the payload format object: off for a test organization."
                {...form.getInputProps("liveMode", { type: "checkbox" })}
              />
            </SettingsSection>
          </Card>
          <Card>
            <SettingsSection
              title="New endpoints"
              description="What an endpoint gets where its creation is silent. Those that are there stay as they are."
            >
              <EndpointDefaultsFields form={form} />
            </SettingsSection>
          </Card>
        </Stack>
      </Fieldset>
      {can("own") && (
        <div className={classes.foot}>
          <FormButtons
            submission={submission}
            label="Save settings"
            isIdle={!form.isDirty()}
            onCancel={form.isDirty() ? form.reset : undefined}
          />
        </div>
      )}
    </form>
  );
}
