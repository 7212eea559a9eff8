import { Alert, Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api, read } from "../../api/client.ts";
import type { Event } from "../../api/shapes.ts";
import { EndpointPicker } from "../../parts/endpoint-picker.tsx";
import { type FormErrors, formErrorsOf } from "../../parts/field-errors.ts";
import { formatCount } from "../../parts/format.ts";
import { notify } from "../../parts/notify.ts";
import { RequestButton } from "../../parts/request-button.tsx";
import { useEventRefresh } from "./event-actions.tsx";

interface ResendDialogProps {
  event: Event;
  isOpen: boolean;
  onClose: () => void;
}

/** Sends an event again: to whoever subscribes to it now, or to some. */
export function ResendDialog(props: ResendDialogProps) {
  const { event, isOpen, onClose } = props;
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={600}>{`Send ${event.type} again`}</Text>}>
      <Choice {...props} />
    </Modal>
  );
}

type Field = "endpointIds";

function Choice({ event, onClose }: ResendDialogProps) {
  const [to, setTo] = useState<"subscribed" | "chosen">("subscribed");
  const [endpointIds, setEndpointIds] = useState<string[]>([]);
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [errors, setErrors] = useState<FormErrors<Field> | null>(null);
  const refresh = useEventRefresh();

  async function send(): Promise<void> {
    if (to === "chosen" && endpointIds.length === 0) {
      setErrors({ fields: { endpointIds: "Choose at least one endpoint." }, form: null });
      return;
    }
    setIsUnderWay(true);
    setErrors(null);
    try {
      const body = to === "chosen" ? { endpointIds } : {};
      const path = { id: event.id };
      const { data } = await read(api.POST("/api/v1/events/{id}/resend", { params: { path }, body }));
      await refresh();
      notify.done(
        data.length === 0
          ? "No endpoint subscribes to this type now: nothing was sent."
          : `On its way again to ${data.length === 1 ? "1 endpoint" : `${formatCount(data.length)} endpoints`}.`,
      );
      onClose();
    } catch (error) {
      setErrors(formErrorsOf<Field>(error, ["endpointIds"]));
    } finally {
      setIsUnderWay(false);
    }
  }

  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void send();
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="var(--text-soft)">
          Receivers get it with the same id, so that they can tell that they know it.
        </Text>
        <Radio.Group
          label="To which endpoints"
          value={to}
          onChange={(value) => setTo(value as "subscribed" | "chosen")}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="subscribed" label="All that subscribe to it now" />
            <Radio
              value="chosen"
              label="Those that I choose"
              description="Whatever they subscribe to and filter"
            />
          </Stack>
        </Radio.Group>
        {to === "chosen" && (
          <EndpointPicker
            label="Endpoints"
            value={endpointIds}
            onChange={setEndpointIds}
            error={errors?.fields.endpointIds}
          />
        )}
        {errors?.form && (
          <Alert role="alert" color="ember" variant="light">
            {errors.form}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <RequestButton type="submit" isUnderWay={isUnderWay}>
            Send again
          </RequestButton>
        </Group>
      </Stack>
    </form>
  );
}
