import { Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { api, read } from "../../api/client.ts";
import type { Organization } from "../../api/shapes.ts";
import { FormButtons } from "../../parts/form-buttons.tsx";
import { useSubmission } from "../../parts/submission.ts";

/** Makes a tenant. Whoever did it goes on to its first key. */
export function CreateOrganizationDialog(props: {
  isOpen: boolean;
  onClose: () => void;
  onMade: (made: Organization) => void;
}) {
  const { isOpen, onClose } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={600}>Create an organization</Text>} size="md">
      <OrganizationForm {...props} />
    </Modal>
  );
}

function OrganizationForm(props: { onClose: () => void; onMade: (made: Organization) => void }) {
  const { onClose, onMade } = props;
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: "", uid: "" },
    validate: { name: (name) => (name.trim() === "" ? "Give it a name." : null) },
  });
  const submission = useSubmission(form, { name: "name", uid: "uid" });

  async function create(): Promise<void> {
    const { name, uid } = form.values;
    const body = { name: name.trim(), ...(uid.trim() !== "" && { uid: uid.trim() }) };
    const made = await read(api.POST("/api/v1/organizations", { body }));
    await client.invalidateQueries({ queryKey: ["organizations"] });
    onClose();
    onMade(made);
  }

  return (
    <form noValidate onSubmit={form.onSubmit(() => submission.submit(create))}>
      <Stack gap="lg">
        <TextInput
          data-autofocus
          label="Name"
          description="What people call it."
          placeholder="North"
          maxLength={200}
          {...form.getInputProps("name")}
        />
        <TextInput
          label="uid"
          description="A short name for requests, instead of the id: letters, digits, _ and -. May be left empty."
          placeholder="north"
          maxLength={128}
          {...form.getInputProps("uid")}
        />
        <FormButtons submission={submission} label="Create organization" onCancel={onClose} />
      </Stack>
    </form>
  );
}
