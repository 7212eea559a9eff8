import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import {
  IconBook2,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
} from "@tabler/icons-react";
import { sentenceOf } from "../api/problem.ts";
import { useSession, useSessionChange } from "../api/session.ts";
import { askBeforeLosing } from "../parts/leaving.ts";
import { notify } from "../parts/notify.ts";
import classes from "./shell.module.css";

const schemes = [
  { value: "light", label: "Light", icon: IconSun },
  { value: "dark", label: "Dark", icon: IconMoon },
  { value: "auto", label: "As the system", icon: IconDeviceDesktop },
] as const;

/** Whose key this is; light or dark; the way out. */
export function AccountMenu() {
  const { me } = useSession();
  const { signOut } = useSessionChange();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu width={220} position="top-start">
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <Avatar name={me.name} color="cobalt" size={28} radius="xl" aria-hidden />
          <span className="truncate">
            <span className="visually-hidden">Account: </span>
            <Text component="span" display="block" size="sm" fw={550} truncate>
              {me.name}
            </Text>
            <Text component="span" display="block" size="xs" c="dimmed" tt="capitalize">
              {me.role}
            </Text>
          </span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        {schemes.map(({ value, label, icon: Picture }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Picture size={16} />}
            rightSection={colorScheme === value ? "✓" : undefined}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/docs" leftSection={<IconBook2 size={16} />}>
          API reference
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() =>
            askBeforeLosing(() => void signOut().catch((error) => notify.problem(sentenceOf(error))))
          }
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
