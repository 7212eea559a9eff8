import { Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { SourceValues } from "./source-values.ts";

/** What can be told of a WhatsApp source beside its secret. */
export function WhatsappFields(props: { form: UseFormReturnType<SourceValues>; tokenHint: string }) {
  const { form, tokenHint } = props;
  return (
    <>
      <TextInput
        label="Verify token"
        description={tokenHint}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("verifyToken")}
      />
      <Switch
        label="Keep what Meta sent in each event"
        description="As raw, byte for byte, beside the tidy form."
        {...form.getInputProps("includeRaw", { type: "checkbox" })}
      />
    </>
  );
}
