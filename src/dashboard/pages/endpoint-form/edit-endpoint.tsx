import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, read } from "../../api/client.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { freeToLeave } from "../../parts/leaving.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { notify } from "../../parts/notify.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { pagePaths, pathTo } from "../../paths.ts";
import { changedFields } from "./changed-fields.ts";
import { EndpointForm } from "./endpoint-form.tsx";
import { formValuesOf } from "./form-values.ts";
import { FormSkeleton } from "./new-endpoint.tsx";

/** Changes what an endpoint is told to do. */
export function EditEndpoint({ params }: { params: Readonly<Record<string, string>> }) {
  const id = params.id ?? "";
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const page = pathTo(pagePaths.endpoint, { id });
  const endpoint = useQuery({
    queryKey: ["endpoints", "edit", id],
    queryFn: ({ signal }) => read(api.GET("/api/v1/endpoints/{id}", { params: { path: { id } }, signal })),
    // As it is when the form opens; what is being typed must not be begun anew.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const label = endpoint.data === undefined ? "" : endpointLabel(endpoint.data);
  return (
    <PageFrame
      title={label === "" ? "Edit endpoint" : `Edit ${label}`}
      description="Holds for every attempt from now on."
      back={{ to: page, label: label === "" ? "Endpoint" : label }}
    >
      <Loaded query={endpoint} what="The endpoint" skeleton={<FormSkeleton />}>
        {(known: Endpoint) => (
          <EndpointForm
            initial={formValuesOf(known)}
            isNew={false}
            submitLabel="Save changes"
            cancelPath={page}
            onSave={async (before, after) => {
              const body = changedFields(before, after);
              await read(api.PATCH("/api/v1/endpoints/{id}", { params: { path: { id } }, body }));
              notify.done(`${label} is saved.`);
              freeToLeave();
              navigate(page);
              await client.invalidateQueries({ queryKey: ["endpoints"] });
            }}
          />
        )}
      </Loaded>
    </PageFrame>
  );
}
