import { Alert, Anchor, Progress, Skeleton, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Instance } from "../../api/shapes.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { Facts } from "../../parts/facts.tsx";
import { formatBytes } from "../../parts/format.ts";
import { useInstance } from "../../parts/instance.ts";
import { Loaded } from "../../parts/loaded.tsx";
import { pagePaths } from "../../paths.ts";
import classes from "./settings.module.css";
import { SettingsSection } from "./settings-section.tsx";

/** How the program and its disk are, for operators. */
export function InstanceCard() {
  const instance = useInstance();
  return (
    <Card>
      <SettingsSection
        title="This instance"
        description="The program and its disk, which all organizations share."
      >
        <Loaded query={instance} what="The instance" skeleton={<Skeleton height={140} radius="md" />}>
          {(found) => <Shown instance={found} />}
        </Loaded>
      </SettingsSection>
    </Card>
  );
}

function Shown({ instance }: { instance: Instance }) {
  const { version, publicUrl, health, disk } = instance;
  const problems = health?.problems ?? [];
  const warnings = health?.warnings ?? [];
  return (
    <Stack gap="md">
      {problems.map(({ check, message }) => (
        <Alert key={check} role="alert" color="ember" variant="light" icon={<IconAlertTriangle />}>
          {message}
        </Alert>
      ))}
      {warnings.map((warning) => (
        <Alert key={warning} color="brass" variant="light" icon={<IconAlertTriangle />}>
          {warning}
        </Alert>
      ))}
      <Facts
        rows={[
          ["Health", <Health key="health" instance={instance} />],
          ["Version", version],
          ["Public address", publicUrl ?? "Not set: sources need POSTHORN_PUBLIC_URL"],
          ...(disk === null ? [] : [["Disk", <DiskUse key="disk" disk={disk} />] as const]),
          [
            "Organizations",
            <Anchor key="organizations" component={Link} href={pagePaths.organizations} inherit>
              Show all
            </Anchor>,
          ],
        ]}
      />
    </Stack>
  );
}

function Health({ instance: { health } }: { instance: Instance }) {
  if (health === null) return null;
  if (health.problems.length > 0) return <Badge tone="bad">Not ready</Badge>;
  return health.warnings.length > 0 ? (
    <Badge tone="warn">Needs a look</Badge>
  ) : (
    <Badge tone="good">Ready</Badge>
  );
}

/** Below this share of what is free the floor is near. */
const nearFloor = 4;

function DiskUse({
  disk: { freeBytes, floorBytes, databaseBytes },
}: {
  disk: NonNullable<Instance["disk"]>;
}) {
  const database = databaseBytes === null ? null : `The database takes ${formatBytes(databaseBytes)}.`;
  if (freeBytes === null) return <>The free space is not known. {database}</>;
  const isLow = freeBytes < floorBytes;
  const isNear = freeBytes < nearFloor * floorBytes;
  const share = databaseBytes === null ? 0 : (100 * databaseBytes) / (databaseBytes + freeBytes);
  return (
    <div className={classes.disk}>
      <span>
        {formatBytes(freeBytes)} free. {database}
      </span>
      <Progress
        value={Math.max(share, 0.5)}
        color={isLow ? "ember" : isNear ? "brass" : "cobalt"}
        size="sm"
        aria-label="The database's share of the room that there is"
      />
      <Text span size="xs" c="dimmed">
        With less than {formatBytes(floorBytes)} free nothing can be published.
      </Text>
    </div>
  );
}
