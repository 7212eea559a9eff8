import { Skeleton, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, read } from "../../api/client.ts";
import type { Source } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { FormButtons } from "../../parts/form-buttons.tsx";
import { freeToLeave } from "../../parts/leaving.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { notify } from "../../parts/notify.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { genericConfigOf, platformOf } from "../../parts/source-words.ts";
import { useSubmission } from "../../parts/submission.ts";
import { UnsavedChanges } from "../../parts/unsaved-changes.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import { GenericFields } from "./generic-fields.tsx";
import { fieldPaths, genericInput, type SourceValues, secretMember, valuesOf } from "./source-values.ts";
import { WhatsappFields } from "./whatsapp-fields.tsx";

/** Changes a source, all but its secret, which has a dialog of its own. */
export function EditSource({ params }: { params: Readonly<Record<string, string>> }) {
  const id = params.id ?? "";
  const source = useQuery({
    queryKey: ["sources", "one", id],
    queryFn: ({ signal }) => read(api.GET("/api/v1/sources/{id}", { params: { path: { id } }, signal })),
  });
  const name = source.data?.name ?? "source";
  return (
    <PageFrame
      title={`Edit ${name}`}
      back={{ to: pathTo(pagePaths.source, { id }), label: source.data?.name ?? "Source" }}
    >
      <Loaded query={source} what="The source" skeleton={<Skeleton height={320} radius="lg" maw="44rem" />}>
        {(found) => <EditForm source={found} />}
      </Loaded>
    </PageFrame>
  );
}

function EditForm({ source }: { source: Source }) {
  const { id } = source;
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const config = genericConfigOf(source);
  const storedKind = config?.verification.kind ?? null;
  const form = useForm<SourceValues>({
    initialValues: valuesOf(source, platformOf(source)),
    validate: {
      name: (name) => (name.trim() === "" ? "Give it a name." : null),
      verification: {
        secret: (secret, { verification: { kind } }) =>
          kind !== storedKind && secretMember[kind] && secret === "" ? "Paste it here." : null,
      },
    },
  });
  const submission = useSubmission(form, fieldPaths(form.values));

  async function save(): Promise<void> {
    const { values } = form;
    const { verifyToken, includeRaw } = values;
    const changed =
      config === null
        ? { verifyToken: verifyToken === "" ? null : verifyToken, includeRaw }
        : genericInput(values, { keepsSecret: values.verification.kind === storedKind });
    const body = { name: values.name.trim(), config: changed };
    const saved = await read(api.PATCH("/api/v1/sources/{id}", { params: { path: { id } }, body }));
    client.setQueryData(["sources", "one", id], saved);
    await client.invalidateQueries({ queryKey: ["sources"] });
    notify.done(`${saved.name} is changed.`);
    freeToLeave();
    navigate(pathTo(pagePaths.source, { id }));
  }

  return (
    <form noValidate onSubmit={form.onSubmit(() => submission.submit(save))}>
      <UnsavedChanges isDirty={form.isDirty()} what="this source" />
      <Stack gap="md" maw="44rem">
        <Card>
          <Stack gap="lg">
            <TextInput
              label="Name"
              description="Events from now on get the tag source:<name>; older ones keep theirs."
              maxLength={57}
              {...form.getInputProps("name")}
            />
            {config === null && (
              <WhatsappFields form={form} tokenHint="Must be the one at Meta. Emptied, another is made up." />
            )}
          </Stack>
        </Card>
        {config !== null && <GenericFields form={form} preset={config.preset} storedKind={storedKind} />}
        <FormButtons
          submission={submission}
          label="Save"
          isIdle={!form.isDirty()}
          onCancel={() => navigate(pathTo(pagePaths.source, { id }))}
        />
      </Stack>
    </form>
  );
}
