import { Button, getDefaultZIndex, Modal, Stack, Text } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { useEffect } from "react";
import { useSession, useSessionChange } from "../api/session.ts";
import { signedInMark } from "../api/session-end.ts";
import { KeyForm } from "../pages/sign-in/key-form.tsx";

let isAsking = false;

/**
 * What stands under this dialog may be one itself, with something typed in it, which Escape would close. To be called
 * before anything is shown: a window tells its listeners in the order in which they came.
 */
export function keepEscapeFromDialogsBelow(): void {
  window.addEventListener(
    "keydown",
    (event) => {
      if (isAsking && event.key === "Escape") event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/** Over the page that somebody was at work in when the session ended: with a key it goes on as it was left. */
export function SessionEnded({ isOpen }: { isOpen: boolean }) {
  const { me } = useSession();
  const { leave, signedInElsewhere } = useSessionChange();
  useEffect(() => {
    isAsking = isOpen;
    return () => {
      isAsking = false;
    };
  }, [isOpen]);
  useWindowEvent("storage", (event) => {
    // One that cannot be read now is asked for here, as before.
    if (isOpen && signedInMark.isSetBy(event)) void signedInElsewhere().catch(() => null);
  });
  return (
    <Modal
      opened={isOpen}
      onClose={leave}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={getDefaultZIndex("overlay")}
      size="sm"
      centered
    >
      <Stack gap="md">
        {/* Here, because one header is enough where it stands over another dialog. */}
        <Modal.Title fw={600}>Your session has ended</Modal.Title>
        <Text size="sm">Sign in again to go on; nothing you typed is lost.</Text>
        <KeyForm
          description={`Any with the role ${me.role} in ${me.organization.name}. Another one begins anew.`}
        />
        <Button variant="subtle" color="gray" onClick={leave}>
          Go to the sign-in page instead
        </Button>
      </Stack>
    </Modal>
  );
}
