import { Modal, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { Role } from "../../../domain/role.ts";
import { api, read } from "../../api/client.ts";
import { serverNow } from "../../api/server-time.ts";
import { useSession } from "../../api/session.ts";
import type { CreatedApiKey } from "../../api/shapes.ts";
import { FormButtons } from "../../parts/form-buttons.tsx";
import { useSubmission } from "../../parts/submission.ts";
import { rolesWithin, roleWords } from "./role-words.ts";

const dayMs = 86_400_000;
const lifetimes = [
  { value: "never", label: "Never" },
  { value: "30", label: "In 30 days" },
  { value: "90", label: "In 90 days" },
  { value: "365", label: "In a year" },
  { value: "date", label: "On a day …" },
];

/** Asks what a new key is for, and hands the key over: it is shown once. */
export function CreateKeyDialog(props: {
  isOpen: boolean;
  onClose: () => void;
  onMade: (made: CreatedApiKey) => void;
}) {
  const { isOpen, onClose } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={600}>Create a key</Text>} size="lg">
      <KeyForm {...props} />
    </Modal>
  );
}

function KeyForm({ onClose, onMade }: { onClose: () => void; onMade: (made: CreatedApiKey) => void }) {
  const client = useQueryClient();
  const { me } = useSession();
  const form = useForm({
    initialValues: { name: "", role: "publisher" as Role, lifetime: "never", lastDay: "" },
    validate: {
      name: (name) => (name.trim() === "" ? "Say who will use it." : null),
      lastDay: (day, { lifetime }) => (lifetime === "date" && day === "" ? "Choose the day." : null),
    },
  });
  const submission = useSubmission(form, { name: "name", role: "role", expiresAt: "lifetime" });
  const { name, role, lifetime, lastDay } = form.values;

  async function create(): Promise<void> {
    const body = { name: name.trim(), role, expiresAt: expiryOf(lifetime, lastDay) };
    const made = await read(api.POST("/api/v1/api-keys", { body }));
    await client.invalidateQueries({ queryKey: ["api-keys"] });
    onClose();
    onMade(made);
  }

  return (
    <form noValidate onSubmit={form.onSubmit(() => submission.submit(create))}>
      <Stack gap="lg">
        <TextInput
          data-autofocus
          label="Name"
          required
          description="Who uses it, so that you know later which one to end."
          placeholder="Order service, production"
          maxLength={200}
          {...form.getInputProps("name")}
        />
        <Radio.Group label="Role" description="What it may do." {...form.getInputProps("role")}>
          <Stack gap="sm" mt="xs">
            {rolesWithin(me.role).map((one) => (
              <Radio
                key={one}
                value={one}
                label={
                  <Text span inherit tt="capitalize" fw={550}>
                    {one}
                  </Text>
                }
                description={roleWords[one]}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          label="Expires"
          data={lifetimes}
          allowDeselect={false}
          w={{ base: "100%", xs: "16rem" }}
          {...form.getInputProps("lifetime")}
        />
        {lifetime === "date" && (
          <TextInput
            type="date"
            label="Last day"
            description="It works until the end of this day."
            w={{ base: "100%", xs: "16rem" }}
            {...form.getInputProps("lastDay")}
          />
        )}
        <FormButtons submission={submission} label="Create key" onCancel={onClose} />
      </Stack>
    </form>
  );
}

/** When it ends; null: never. A day ends where whoever chose it is. */
function expiryOf(lifetime: string, lastDay: string): string | null {
  if (lifetime === "never") return null;
  if (lifetime === "date") return new Date(`${lastDay}T23:59:59`).toISOString();
  return new Date(serverNow() + Number(lifetime) * dayMs).toISOString();
}
