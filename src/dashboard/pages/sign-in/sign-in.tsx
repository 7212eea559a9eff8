import { Anchor, Code, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Logo } from "../../shell/logo.tsx";
import { KeyForm } from "./key-form.tsx";
import classes from "./sign-in.module.css";

/** For who comes without a session. */
export function SignIn() {
  useDocumentTitle("Sign in · Posthorn");
  return (
    <main className={classes.page}>
      <div>
        <Stack className={classes.card} gap="lg">
          <Logo size={34} />
          <div>
            <Title order={1}>Sign in</Title>
            <Text c="dimmed" size="sm" mt={4}>
              With an API key of your organization, or of the operator.
            </Text>
          </div>
          <KeyForm />
        </Stack>
        <Text className={classes.hint} size="sm" c="dimmed">
          The first key is in <Code>bootstrap-key</Code> in the data directory until it is used. Lost it?{" "}
          <Code>posthorn keys create</Code> makes another.{" "}
          <Anchor href="/docs" size="sm" underline="always">
            API reference
          </Anchor>
        </Text>
      </div>
    </main>
  );
}
