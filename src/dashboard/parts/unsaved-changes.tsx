import { Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { guardLeaving } from "./leaving.ts";

/** Asks before a form is left that has something to lose. The browser asks itself when its window is closed. */
export function UnsavedChanges({ isDirty, what }: { isDirty: boolean; what: string }) {
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const release = useRef<() => void>(null);
  useEffect(() => {
    if (!isDirty) return;
    const end = guardLeaving((go) => setLeave(() => go));
    release.current = end;
    return end;
  }, [isDirty]);
  return (
    <ConfirmDialog
      isOpen={leave !== null}
      onClose={() => setLeave(null)}
      title="Leave without saving?"
      confirmLabel="Leave"
      cancelLabel="Stay"
      onConfirm={async () => {
        release.current?.();
        leave?.();
      }}
    >
      <Text size="sm">What you changed about {what} is not saved yet, and would be lost.</Text>
    </ConfirmDialog>
  );
}
