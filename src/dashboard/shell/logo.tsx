import { Group, Text } from "@mantine/core";
import mark from "../posthorn.svg";

/** The name with its horn. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <Group gap={10} wrap="nowrap">
      <img src={mark} width={size} height={size} alt="" />
      <Text fw={680} fz={size > 30 ? "xl" : "lg"} lts="-0.02em">
        Posthorn
      </Text>
    </Group>
  );
}
