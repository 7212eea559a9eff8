import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { systemClock } from "../../platform/clock.ts";
import { sentenceOf } from "../api/problem.ts";
import { copyText } from "./copy-text.ts";
import { notify } from "./notify.ts";

/** How long the tick stays. */
const shownMs = 1600;

interface CopyProps {
  /** What is copied; or a way to get it, for what is not to stand in the page. */
  text: string | (() => Promise<string>);
  /** Says what it is: "Copy the event's id". */
  label: string;
}

/** A small button beside what it copies. */
export function CopyButton({ text, label }: CopyProps) {
  const { isCopied, copy } = useCopy(text);
  return (
    <Tooltip label={isCopied ? "Copied" : label}>
      <ActionIcon size="sm" aria-label={label} onClick={copy} color={isCopied ? "moss" : "gray"}>
        {isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** The same with its label written out. */
export function CopyTextButton({ text, label }: CopyProps) {
  const { isCopied, copy } = useCopy(text);
  return (
    <Button
      variant="default"
      size="xs"
      onClick={copy}
      leftSection={isCopied ? <IconCheck size={14} /> : <IconCopy size={14} />}
    >
      {isCopied ? "Copied" : label}
    </Button>
  );
}

function useCopy(text: CopyProps["text"]) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = systemClock.after(shownMs, () => setIsCopied(false));
    return () => timer.cancel();
  }, [isCopied]);
  const copy = async () => {
    let copied: string;
    try {
      copied = typeof text === "string" ? text : await text();
    } catch (error) {
      return notify.problem(sentenceOf(error));
    }
    if (await copyText(copied)) setIsCopied(true);
    else notify.problem("The browser does not let this page copy. Select the text and copy it by hand.");
  };
  return { isCopied, copy: () => void copy() };
}
