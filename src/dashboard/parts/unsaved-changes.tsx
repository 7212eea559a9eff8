import { Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { guardLeaving } from "./leaving.ts";

/** Asks before a form is left that has something to lose. The browser asks itself when its window is closed. */
export function UnsavedChanges(props: {
  isDirty: boolean;
  /** "this endpoint". */
  what: string;
  /** What would keep it. */
  verb?: "save" | "publish";
}) {
  const { isDirty, what, verb = "save" } = props;
  const { doing, done } = verbForms[verb];
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
      title={`Leave without ${doing}?`}
      confirmLabel="Leave"
      cancelLabel="Stay"
      onConfirm={async () => {
        release.current?.();
        leave?.();
      }}
    >
      <Text size="sm">
        What you changed about {what} is not {done} yet, and would be lost.
      </Text>
    </ConfirmDialog>
  );
}

const verbForms = {
  save: { doing: "saving", done: "saved" },
  publish: { doing: "publishing", done: "published" },
} as const;
