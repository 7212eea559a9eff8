import { EmptyState } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** What an empty list says: why it is empty, and what to do next. */
export function Nothing(props: {
  icon: Icon;
  title: string;
  description: ReactNode;
  /** The button that helps. */
  children?: ReactNode;
  size?: "sm" | "md";
}) {
  const { icon: Picture, title, description, children, size = "md" } = props;
  return (
    <EmptyState
      py={size === "sm" ? "lg" : "xl"}
      px="md"
      size={size}
      icon={<Picture stroke={1.5} />}
      withIndicatorBackground
      title={title}
      description={description}
    >
      {children && <EmptyState.Actions>{children}</EmptyState.Actions>}
    </EmptyState>
  );
}
