import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { api, read } from "../../api/client.ts";
import type { Source } from "../../api/shapes.ts";
import { Card } from "../../parts/card.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { notify } from "../../parts/notify.ts";
import { pagePaths } from "../../paths.ts";
import classes from "./source.module.css";

/** The way to get rid of a source. */
export function DangerZone({ source: { id, name } }: { source: Source }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);

  async function remove(): Promise<void> {
    await read(api.DELETE("/api/v1/sources/{id}", { params: { path: { id } } }));
    navigate(pagePaths.sources);
    client.removeQueries({ queryKey: ["sources", "one", id] });
    await client.invalidateQueries({ queryKey: ["sources", "list"] });
    notify.done(`${name} is deleted.`);
  }

  return (
    <Card title="Delete this source">
      <div className={classes.danger}>
        <p>Its URL answers 404 at once, and the log of its requests goes. Events that it made stay.</p>
        <Button variant="light" color="ember" onClick={() => setIsAsking(true)}>
          Delete source
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Delete the source ${name}?`}
        confirmLabel="Delete source"
        typeToConfirm={name}
        onConfirm={remove}
      >
        Whatever still sends to its URL is refused for good: a source that is added later gets another URL.
        This cannot be undone.
      </ConfirmDialog>
    </Card>
  );
}
