import { ActionIcon, Button, Group, Stack, Tooltip } from "@mantine/core";
import { IconEye, IconEyeOff, IconLock, IconRotate } from "@tabler/icons-react";
import { useState } from "react";
import { useSession } from "../../api/session.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { CopyTextButton } from "../../parts/copy-button.tsx";
import { formatTime } from "../../parts/format.ts";
import { useNow } from "../../parts/now.ts";
import { ProblemLine } from "../../parts/problem-line.tsx";
import { Time } from "../../parts/time.tsx";
import classes from "./endpoint.module.css";
import { type KeysBeside as KnownBeside, useEndpointSecret } from "./endpoint-secret.ts";
import { RotateDialog } from "./rotate-dialog.tsx";

/** The signing secret: hidden until somebody asks for it. */
export function SecretCard({ endpoint }: { endpoint: Endpoint }) {
  const { can } = useSession();
  return (
    <Card title="Signing secret">
      {can("administer") ? (
        // Another endpoint's page begins with its own secret hidden.
        <Secret key={`${endpoint.id} ${endpoint.signing.scheme}`} endpoint={endpoint} />
      ) : (
        <p className={classes.remark}>
          <IconLock size={14} aria-hidden /> Keys of this role do not see it. Ask an admin of the
          organization.
        </p>
      )}
    </Card>
  );
}

function Secret({ endpoint }: { endpoint: Endpoint }) {
  const { id, signing } = endpoint;
  const { shown, beside, problem, reveal, hide, readOnly, replace } = useEndpointSecret(id);
  const [isRotating, setIsRotating] = useState(false);
  const hasPublicKey = signing.scheme === "ed25519";
  const prefix = hasPublicKey ? "whsk_" : "whsec_";
  return (
    <Stack gap="sm">
      <div className={classes.secret}>
        <code>{shown ?? `${prefix}${"•".repeat(24)}`}</code>
        <Tooltip label={shown === null ? "Reveal" : "Hide"}>
          <ActionIcon
            aria-label={shown === null ? "Reveal the secret" : "Hide the secret"}
            onClick={() => (shown === null ? void reveal() : hide())}
          >
            {shown === null ? <IconEye size={16} /> : <IconEyeOff size={16} />}
          </ActionIcon>
        </Tooltip>
      </div>
      {problem !== null && <ProblemLine error={problem} onRetry={() => void reveal()} />}
      {beside !== null && <KeysBeside keys={beside} />}
      <p className={classes.remark}>
        Receivers verify with it that a request comes from here. Keep it on the server only.
      </p>
      <Group gap="xs">
        <CopyTextButton label="Copy" text={async () => shown ?? (await readOnly()).secret} />
        {hasPublicKey && (
          <CopyTextButton
            label="Copy public key"
            text={async () => (beside ?? (await readOnly())).publicKey ?? ""}
          />
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRotate size={14} />}
          onClick={() => setIsRotating(true)}
        >
          Rotate
        </Button>
      </Group>
      <RotateDialog
        endpoint={endpoint}
        isOpen={isRotating}
        onClose={() => setIsRotating(false)}
        onRotated={replace}
      />
    </Stack>
  );
}

/** The public key, where there is one, and until when the old secrets work. */
function KeysBeside({ keys }: { keys: KnownBeside }) {
  const now = useNow();
  const previous = keys.previous.filter(({ expiresAt }) => Date.parse(expiresAt) > now);
  const { publicKey } = keys;
  return (
    <>
      {publicKey !== null && (
        <div className={classes.secret}>
          <code>{publicKey}</code>
        </div>
      )}
      {previous.length > 0 && (
        <ul className={classes.list}>
          {previous.map(({ expiresAt }) => (
            <li key={expiresAt}>
              {previous.length === 1 ? "The old secret" : "An old secret"} works until {formatTime(expiresAt)}{" "}
              (
              <Time at={expiresAt} />)
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
