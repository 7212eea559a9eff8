import { ActionIcon, Button, PasswordInput, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useRef } from "react";
import classes from "./endpoint-form.module.css";
import { useEndpointFormContext } from "./form-context.ts";
import type { NamedValue } from "./form-values.ts";

/** Names and values to be added, changed and taken away. */
export function NameValueList(props: {
  list: "headers" | "metadata";
  /** "header": for the labels. */
  noun: string;
  max: number;
  namePlaceholder: string;
  isSecret: (line: NamedValue) => boolean;
}) {
  const { list, noun, max, namePlaceholder, isSecret } = props;
  const form = useEndpointFormContext();
  const lines = form.values[list];
  const added = useRef(0);

  function add(): void {
    added.current++;
    form.insertListItem(list, { key: `new-${added.current}`, name: "", value: "", isStored: false });
  }

  return (
    <div>
      {lines.map((line, index) => (
        <div key={line.key} className={classes.line}>
          <TextInput
            aria-label={`Name of ${noun} ${index + 1}`}
            placeholder={namePlaceholder}
            readOnly={line.isStored}
            autoComplete="off"
            spellCheck={false}
            // A line that was just asked for is where one wants to type.
            autoFocus={line.key.startsWith("new-") && line.name === ""}
            {...form.getInputProps(`${list}.${index}.name`)}
          />
          <ValueInput
            label={`Value of ${noun} ${index + 1}`}
            line={line}
            isSecret={isSecret(line)}
            inputProps={form.getInputProps(`${list}.${index}.value`)}
          />
          <ActionIcon
            size="lg"
            aria-label={`Remove ${noun} ${line.name || index + 1}`}
            onClick={() => form.removeListItem(list, index)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        disabled={lines.length >= max}
        onClick={add}
      >
        Add {noun}
      </Button>
    </div>
  );
}

function ValueInput(props: {
  label: string;
  line: NamedValue;
  isSecret: boolean;
  inputProps: ReturnType<ReturnType<typeof useEndpointFormContext>["getInputProps"]>;
}) {
  const { label, line, isSecret, inputProps } = props;
  if (!isSecret)
    return <TextInput aria-label={label} placeholder="Value" autoComplete="off" {...inputProps} />;
  return (
    <PasswordInput
      aria-label={label}
      placeholder={line.isStored ? "Stored; type to replace it" : "Secret value"}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ "aria-label": `Show or hide: ${label}` }}
      {...inputProps}
    />
  );
}
