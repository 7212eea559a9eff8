import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { useInstance } from "../../parts/instance.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { PageFrame } from "../../parts/page-frame.tsx";
import { InstanceCard } from "./instance-card.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** What holds for everything in the organization; for operators also how the instance is. */
export function Settings() {
  const { me, can } = useSession();
  const { id } = me.organization;
  const organization = useQuery({
    queryKey: ["organizations", "one", id],
    queryFn: ({ signal }) =>
      read(api.GET("/api/v1/organizations/{id}", { params: { path: { id } }, signal })),
  });
  const instance = useInstance();
  return (
    <PageFrame
      title="Settings"
      description={
        can("own")
          ? `What holds for everything in ${me.organization.name}.`
          : `What holds for everything in ${me.organization.name}. An owner's key can change it.`
      }
    >
      <Stack gap="md">
        {can("operate") && <InstanceCard />}
        <Loaded query={organization} what="The settings" skeleton={<SettingsSkeleton />}>
          {(found) => (
            <Loaded query={instance} what="The instance's limits" skeleton={<SettingsSkeleton />}>
              {({ limits }) => <SettingsForm key={found.id} organization={found} limits={limits} />}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </PageFrame>
  );
}

function SettingsSkeleton() {
  return (
    <Stack gap="md">
      <Skeleton height={160} radius="lg" />
      <Skeleton height={320} radius="lg" />
    </Stack>
  );
}
