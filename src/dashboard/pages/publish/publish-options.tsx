import { SimpleGrid, Stack, TagsInput, TextInput } from "@mantine/core";
import { useSession } from "../../api/session.ts";
import { EndpointPicker } from "../../parts/endpoint-picker.tsx";
import { formatRelative } from "../../parts/format.ts";
import { toIso, toLocal } from "../../parts/local-time.ts";
import { useNow } from "../../parts/now.ts";
import type { Draft } from "./draft.ts";

const dayMs = 86_400_000;

/** What an event may say of itself beside its type and data. */
export function PublishOptions(props: {
  draft: Draft;
  change: (changed: Partial<Draft>) => void;
  errors: Partial<Record<keyof Draft, string>>;
}) {
  const { draft, change, errors } = props;
  const { can } = useSession();
  const now = useNow();
  const deliverAt = toIso(draft.deliverAt);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          label="Deliver at"
          type="datetime-local"
          description={
            deliverAt === null
              ? "At once. Up to 30 days ahead."
              : `Due ${formatRelative(Date.parse(deliverAt), now)}.`
          }
          min={toLocal(now)}
          max={toLocal(now + 30 * dayMs)}
          value={draft.deliverAt}
          onChange={(event) => change({ deliverAt: event.currentTarget.value })}
          error={errors.deliverAt}
        />
        <TextInput
          label="Happened at"
          type="datetime-local"
          description="Now, if left empty."
          value={draft.timestamp}
          onChange={(event) => change({ timestamp: event.currentTarget.value })}
          error={errors.timestamp}
        />
      </SimpleGrid>
      <TextInput
        label="Event id"
        description="Your own, such as order-1234. A repeated one stores and sends nothing. Empty: one is made."
        spellCheck={false}
        value={draft.id}
        onChange={(event) => change({ id: event.currentTarget.value.trim() })}
        error={errors.id}
      />
      <TagsInput
        label="Tags"
        description="Up to 10, to find it by. They are not sent. Enter ends each."
        maxTags={10}
        splitChars={[",", " "]}
        value={draft.tags}
        onChange={(tags) => change({ tags })}
        error={errors.tags}
      />
      {can("view") && (
        <EndpointPicker
          label="Only to these endpoints"
          description="Whatever they subscribe to. Empty: to all that subscribe to the type."
          value={draft.endpointIds}
          onChange={(endpointIds) => change({ endpointIds })}
          error={errors.endpointIds}
        />
      )}
    </Stack>
  );
}
