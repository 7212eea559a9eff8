import { Autocomplete, type AutocompleteProps, Text } from "@mantine/core";
import { typeNameRegex } from "../../domain/subscription.ts";
import { groupsOf, useCatalogue } from "./catalogue.ts";
import { problemLineOf } from "./problem-line.tsx";

/** Whether a text can be the name of a type: what is still being typed often cannot. */
export const isTypeName = (text: string): boolean => typeNameRegex.test(text);

/** A type of event: picked from the catalogue by its groups, or typed, since not every type must be in it. */
export function EventTypeInput(props: Omit<AutocompleteProps, "data" | "renderOption">) {
  const catalogue = useCatalogue();
  const problem = problemLineOf(catalogue);
  const offered = (catalogue.data?.types ?? []).filter(({ archived }) => !archived);
  const descriptions = new Map(offered.map(({ name, description }) => [name, description]));
  return (
    <Autocomplete
      placeholder="order.created"
      spellCheck={false}
      autoCapitalize="none"
      maxDropdownHeight={320}
      limit={100}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
      data={groupsOf(offered).map(([group, types]) => ({ group, items: types.map(({ name }) => name) }))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.value}</Text>
          <Text size="xs" c="dimmed" maw="22rem" lineClamp={1}>
            {descriptions.get(option.value)}
          </Text>
        </div>
      )}
      {...props}
      {...(problem && {
        description: problem,
        inputWrapperOrder: ["label", "input", "description", "error"],
      })}
    />
  );
}
