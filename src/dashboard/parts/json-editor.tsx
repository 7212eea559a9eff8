import { Button, Group, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { describeJsonFault } from "../../domain/json-fault.ts";
import { isJsonObject } from "../../domain/json-object.ts";
import classes from "./json-editor.module.css";
import { isJson, jsonTokens } from "./json-tokens.ts";

interface JsonEditorProps {
  label: string;
  description?: ReactNode;
  value: string;
  onChange: (text: string) => void;
  /** What the API said of it. What the text itself has wrong is found here. */
  error?: ReactNode;
  required?: boolean;
  placeholder?: string;
  minRows?: number;
  /** Beside "Format": what fills the text in. */
  actions?: ReactNode;
}

/** A JSON object to be written: says at which line and column it is none, and puts it on several lines on demand. */
export function JsonEditor(props: JsonEditorProps) {
  const { label, description, value, onChange, error, required, placeholder, minRows = 8, actions } = props;
  const fault = value.trim() === "" ? null : jsonObjectFault(value);
  return (
    <div>
      <Textarea
        label={label}
        description={description}
        required={required}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={fault ?? error}
        autosize
        minRows={minRows}
        maxRows={24}
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        classNames={{ input: classes.text }}
      />
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          size="compact-xs"
          disabled={value.trim() === "" || fault !== null}
          onClick={() => onChange(formatJson(value))}
          aria-label={`Format: ${label}`}
        >
          Format
        </Button>
        {actions}
      </Group>
    </div>
  );
}

/** Why a text is no JSON object, as a sentence; null if it is one. */
export function jsonObjectFault(text: string): string | null {
  if (!isJson(text)) return `This is not JSON: ${describeJsonFault(text)}.`;
  return isJsonObject(JSON.parse(text)) ? null : 'This must be an object: {"name": "value"}.';
}

/** The same JSON on several lines, with every character of its names and values. */
export function formatJson(text: string): string {
  return jsonTokens(text)
    .map(({ text: piece }) => piece)
    .join("");
}
