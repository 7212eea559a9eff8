import { notifications } from "@mantine/notifications";

/** Says in passing what has been done, or what could not be. */
export const notify = {
  done(message: string): void {
    notifications.show({ message, color: "moss" });
  },
  problem(message: string): void {
    notifications.show({ title: "That did not work", message, color: "ember", autoClose: 10_000 });
  },
};
