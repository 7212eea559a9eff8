import { Button, Checkbox, Input, Pill, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { patternRegex } from "../../../domain/subscription.ts";
import { useCatalogue } from "../../parts/catalogue.ts";
import { formatCount } from "../../parts/format.ts";
import { Loaded } from "../../parts/loaded.tsx";
import classes from "./event-type-picker.module.css";
import { useEndpointFormContext } from "./form-context.ts";
import { coveredBy, type OfferedGroup, type OfferedPattern, offeredGroups } from "./offered-patterns.ts";

const everything: OfferedPattern = {
  pattern: "*",
  description: "Everything that is published, also types that do not exist yet",
};

const optionsShownMax = 200;

/** Which events the endpoint gets: from the catalogue, by wildcards, or by names typed. */
export function EventTypePicker() {
  const form = useEndpointFormContext();
  const catalogue = useCatalogue();
  const [search, setSearch] = useState("");
  const labelId = useId();
  const chosen = form.values.eventTypes;
  const { error } = form.getInputProps("eventTypes");
  const typed = search.trim();
  const groups = [{ name: "", options: [everything] }, ...offeredGroups(catalogue.data?.types ?? [])];
  const found = matching(groups, typed);
  const { shown, hidden } = firstOf(found);
  const isNew = patternRegex.test(typed) && !groups.some(({ options }) => hasPattern(options, typed));

  const set = (patterns: string[]): void => form.setFieldValue("eventTypes", patterns);
  const add = (pattern: string): void => {
    if (!chosen.includes(pattern)) set([...chosen, pattern]);
  };
  const remove = (pattern: string): void => set(chosen.filter((one) => one !== pattern));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    // Enter in here means the type, not the whole form.
    event.preventDefault();
    const [first, ...others] = found.flatMap(({ options }) => options);
    // "paid" finds the one type that has it; "invoice.paid" is a name.
    const isFound = first !== undefined && others.length === 0 && (!isNew || !/[.*]/.test(typed));
    const pattern = isFound ? first.pattern : isNew ? typed : undefined;
    if (pattern === undefined) return;
    add(pattern);
    setSearch("");
  }

  return (
    <Stack component="fieldset" className={classes.fieldset} gap={6} aria-labelledby={labelId}>
      <div>
        <Input.Label id={labelId} labelElement="div" required>
          Event types
        </Input.Label>
        <Input.Description>Which events it gets.</Input.Description>
      </div>
      <Chosen patterns={chosen} onRemove={remove} />
      <div className={error ? `${classes.panel} ${classes.wrong}` : classes.panel}>
        <TextInput
          variant="unstyled"
          className={classes.search}
          aria-label="Find an event type, or type a name"
          aria-invalid={Boolean(error)}
          placeholder="Find a type, or type a name such as order.*"
          leftSection={<IconSearch size={16} />}
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <div className={classes.list}>
          <Loaded query={catalogue} what="The event types" skeleton={<OptionsSkeleton />}>
            {({ types, isCut }) => (
              <>
                {shown.map((group) => (
                  <Options key={group.name} group={group} chosen={chosen} onAdd={add} onRemove={remove} />
                ))}
                {hidden > 0 && (
                  <Text size="xs" c="dimmed" px="sm" py="xs">
                    {formatCount(hidden)} more: type to find them.
                  </Text>
                )}
                {isNew && !chosen.includes(typed) && (
                  <Button
                    className={classes.add}
                    variant="subtle"
                    size="compact-sm"
                    leftSection={<IconPlus size={14} />}
                    onClick={() => {
                      add(typed);
                      setSearch("");
                    }}
                  >
                    Add {typed}
                  </Button>
                )}
                {found.length === 0 && !isNew && (
                  <Text size="sm" c="dimmed" p="sm">
                    No such type. Names are lower-case words joined by dots, such as message.delivered.
                  </Text>
                )}
                {isCut && (
                  <Text size="xs" c="dimmed" px="sm" pb="sm">
                    The catalogue has more types than are listed here: type the name of one that is missing.
                  </Text>
                )}
                {types.length === 0 && typed === "" && (
                  <Text size="xs" c="dimmed" px="sm" pb="sm">
                    The catalogue of event types is empty: choose all events, or type the names that you
                    publish.
                  </Text>
                )}
              </>
            )}
          </Loaded>
        </div>
      </div>
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}

function Chosen({
  patterns,
  onRemove,
}: {
  patterns: readonly string[];
  onRemove: (pattern: string) => void;
}) {
  if (patterns.length === 0) return null;
  return (
    <Pill.Group aria-label="Chosen event types">
      {patterns.map((pattern) => (
        <Pill
          key={pattern}
          className={classes.pill}
          withRemoveButton
          removeButtonProps={{ "aria-label": `Remove ${pattern}`, "aria-hidden": false, tabIndex: 0 }}
          onRemove={() => onRemove(pattern)}
        >
          {pattern === "*" ? "All events" : pattern}
        </Pill>
      ))}
    </Pill.Group>
  );
}

function Options(props: {
  group: OfferedGroup;
  chosen: readonly string[];
  onAdd: (pattern: string) => void;
  onRemove: (pattern: string) => void;
}) {
  const { group, chosen, onAdd, onRemove } = props;
  const headingId = useId();
  const options = group.options.map(({ pattern, description }) => {
    const cover = coveredBy(pattern, chosen);
    const isChosen = chosen.includes(pattern);
    return (
      <Checkbox
        key={pattern}
        className={classes.option}
        size="xs"
        checked={isChosen || cover !== null}
        disabled={cover !== null && !isChosen}
        onChange={() => (isChosen ? onRemove(pattern) : onAdd(pattern))}
        label={
          <>
            <span className={classes.name}>{pattern === "*" ? "All events" : pattern}</span>
            <span className={classes.description}>
              {cover === null ? description : `Comes with ${cover === "*" ? "all events" : cover}`}
            </span>
          </>
        }
      />
    );
  });
  if (group.name === "") return <div className={classes.group}>{options}</div>;
  return (
    <fieldset className={`${classes.fieldset} ${classes.group}`} aria-labelledby={headingId}>
      <p id={headingId} className={classes.heading}>
        {group.name}
      </p>
      {options}
    </fieldset>
  );
}

function OptionsSkeleton() {
  return (
    <Stack gap="sm" p="sm">
      {["one", "two", "three", "four"].map((row) => (
        <Skeleton key={row} height={14} radius="sm" />
      ))}
    </Stack>
  );
}

function hasPattern(options: readonly OfferedPattern[], pattern: string): boolean {
  return options.some((option) => option.pattern === pattern);
}

function matching(groups: readonly OfferedGroup[], search: string): OfferedGroup[] {
  const text = search.toLowerCase();
  const isMeant = (group: string, { pattern, description }: OfferedPattern) =>
    `${group} ${pattern === "*" ? "* all events" : pattern} ${description}`.toLowerCase().includes(text);
  return groups
    .map(({ name, options }) => ({ name, options: options.filter((option) => isMeant(name, option)) }))
    .filter(({ options }) => options.length > 0);
}

/** The first of them: more would make typing slow, and nobody reads on that far. */
function firstOf(groups: readonly OfferedGroup[]): { shown: OfferedGroup[]; hidden: number } {
  let room = optionsShownMax;
  let hidden = 0;
  const shown: OfferedGroup[] = [];
  for (const { name, options } of groups) {
    if (room > 0) shown.push({ name, options: options.slice(0, room) });
    hidden += Math.max(0, options.length - room);
    room = Math.max(0, room - options.length);
  }
  return { shown, hidden };
}
