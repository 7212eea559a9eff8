import { ActionIcon, Tooltip } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { CopyButton } from "../../parts/copy-button.tsx";
import classes from "./endpoint.module.css";

/** Where its events go, to be copied and opened. */
export function EndpointUrl({ url }: { url: string }) {
  return (
    <span className={classes.url}>
      <span>{url}</span>
      <CopyButton text={url} label="Copy the URL" />
      <Tooltip label="Open in a new window">
        <ActionIcon
          size="sm"
          component="a"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label="Open the URL in a new window"
        >
          <IconExternalLink size={14} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
