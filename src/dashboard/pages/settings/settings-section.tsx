import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./settings.module.css";

/** What belongs together, with what it is about beside it. */
export function SettingsSection(props: { title: string; description: string; children: ReactNode }) {
  const { title, description, children } = props;
  return (
    <div className={classes.section}>
      <div>
        <h2>{title}</h2>
        <p>{description}</p>
      </div>
      <Stack gap="lg">{children}</Stack>
    </div>
  );
}
