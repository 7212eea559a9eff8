import { Button } from "@mantine/core";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useLocation } from "wouter";
import { useSession } from "../../api/session.ts";
import type { Endpoint } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { DeleteEndpointDialog } from "../../parts/delete-endpoint-dialog.tsx";
import { endpointLabel } from "../../parts/endpoint-label.ts";
import { pagePaths } from "../../paths.ts";
import classes from "./endpoint.module.css";

/** What cannot be undone, at the very end. */
export function DangerZone({ endpoint }: { endpoint: Endpoint }) {
  const { can } = useSession();
  const [, navigate] = useLocation();
  const [isDeleting, setIsDeleting] = useState(false);
  if (!can("administer")) return null;
  return (
    <Card title="Danger zone">
      <div className={classes.danger}>
        <div>
          <b>Delete this endpoint</b>
          <p>Its deliveries and attempts are deleted with it. Its events stay.</p>
        </div>
        <Button variant="light" color="ember" onClick={() => setIsDeleting(true)}>
          Delete {shortened(endpointLabel(endpoint))}
        </Button>
      </div>
      <DeleteEndpointDialog
        endpoint={isDeleting ? endpoint : null}
        onClose={() => setIsDeleting(false)}
        // At once: this page must not ask again for what is gone.
        onDeleted={() => flushSync(() => navigate(pagePaths.endpoints))}
      />
    </Card>
  );
}

function shortened(label: string): string {
  return label.length <= 32 ? label : `${label.slice(0, 31)}…`;
}
