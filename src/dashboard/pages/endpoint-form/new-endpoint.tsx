import { Skeleton, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { components } from "../../api/api-types.d.ts";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { pagePaths } from "../../paths.ts";
import { changedFields } from "./changed-fields.ts";
import { CreatedEndpointView } from "./created-endpoint-view.tsx";
import { EndpointForm } from "./endpoint-form.tsx";
import { type EndpointInput, type FormValues, formValuesOf } from "./form-values.ts";

type CreatedEndpoint = components["schemas"]["CreatedEndpoint"];

/** Adds an endpoint, and shows its signing secret. */
export function NewEndpoint() {
  const { me } = useSession();
  const client = useQueryClient();
  const [created, setCreated] = useState<CreatedEndpoint | null>(null);
  const id = me.organization.id;
  const organization = useQuery({
    queryKey: ["organizations", "one", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/organizations/{id}", { params: { path: { id } }, signal })),
    // What is being typed must not be begun anew.
    refetchOnWindowFocus: false,
  });

  async function save(before: FormValues, after: FormValues): Promise<void> {
    const body = inputOf(before, after);
    setCreated(await read(api.POST("/api/v1/endpoints", { body })));
    await client.invalidateQueries({ queryKey: ["endpoints"] });
  }

  if (created !== null) return <CreatedEndpointView endpoint={created} onAnother={() => setCreated(null)} />;
  return (
    <PageFrame
      title="Add endpoint"
      description="The URL and the events that it gets are enough. The rest has good defaults."
      back={{ to: pagePaths.endpoints, label: "Endpoints" }}
    >
      <Loaded query={organization} what="The organization's defaults" skeleton={<FormSkeleton />}>
        {({ settings }) => (
          <EndpointForm
            initial={formValuesOf(settings.endpointDefaults)}
            isNew
            submitLabel="Add endpoint"
            cancelPath={pagePaths.endpoints}
            onSave={save}
          />
        )}
      </Loaded>
    </PageFrame>
  );
}

function inputOf(before: FormValues, after: FormValues): EndpointInput {
  const secret = after.secret.trim();
  return {
    ...changedFields(before, after),
    url: after.url.trim(),
    eventTypes: after.eventTypes,
    ...(secret === "" ? {} : { secret }),
  };
}

export function FormSkeleton() {
  return (
    <Stack gap="md" maw="48rem">
      <Skeleton height={420} radius="lg" />
      <Skeleton height={320} radius="lg" />
    </Stack>
  );
}
