import { NumberInput, Select } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useSession } from "../../api/session.ts";
import { formatCount } from "../../parts/format.ts";
import classes from "./settings.module.css";
import type { LimitName, SettingsValues } from "./settings-values.ts";

/** A limit: the instance's, one's own, or, by an operator, none. */
export function LimitField(props: {
  form: UseFormReturnType<SettingsValues>;
  name: LimitName;
  label: string;
  /** What is counted: "days". */
  unit: string;
  /** What no limit is called. */
  none: string;
  /** What the instance grants; 0: no limit. */
  instance: number;
}) {
  const { form, name, label, unit, none, instance } = props;
  const { can } = useSession();
  const { of } = form.values[name];
  const granted = instance === 0 ? none.toLowerCase() : `${formatCount(instance)} ${unit}`;
  return (
    <div className={classes.limit}>
      <Select
        label={label}
        allowDeselect={false}
        flex={1}
        data={[
          { value: "instance", label: `As the instance: ${granted}` },
          { value: "own", label: "A limit of its own" },
          ...(can("operate") || of === "none" ? [{ value: "none", label: none }] : []),
        ]}
        {...form.getInputProps(`${name}.of`)}
      />
      {of === "own" && (
        <NumberInput
          label={`How many ${unit}`}
          min={1}
          allowDecimal={false}
          clampBehavior="none"
          thousandSeparator=","
          w="10rem"
          {...form.getInputProps(`${name}.own`)}
        />
      )}
    </div>
  );
}
