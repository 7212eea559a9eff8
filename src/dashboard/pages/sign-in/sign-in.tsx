import { Anchor, Button, Code, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { type FormEvent, useState } from "react";
import { ApiProblem, sentenceOf } from "../../api/problem.ts";
import { useSessionChange } from "../../api/session.ts";
import { Logo } from "../../shell/logo.tsx";
import classes from "./sign-in.module.css";

/** Exchanges an API key for a session. The key itself stays nowhere in the browser. */
export function SignIn() {
  useDocumentTitle("Sign in · Posthorn");
  const { signIn } = useSessionChange();
  const [key, setKey] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isUnderWay, setIsUnderWay] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (key.trim() === "") {
      setProblem("Paste an API key. It begins with phk_.");
      return;
    }
    setIsUnderWay(true);
    setProblem(null);
    try {
      await signIn(key.trim());
    } catch (error) {
      setProblem(explain(error));
      setIsUnderWay(false);
    }
  }

  return (
    <main className={classes.page}>
      <div>
        <form className={classes.card} onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="lg">
            <Logo size={34} />
            <div>
              <Title order={1}>Sign in</Title>
              <Text c="dimmed" size="sm" mt={4}>
                With an API key of your organization, or of the operator.
              </Text>
            </div>
            <PasswordInput
              label="API key"
              placeholder="phk_…"
              size="md"
              autoComplete="current-password"
              spellCheck={false}
              autoFocus
              value={key}
              error={problem}
              aria-invalid={problem !== null}
              onChange={(event) => {
                setKey(event.currentTarget.value);
                setProblem(null);
              }}
              visibilityToggleButtonProps={{ "aria-label": "Show or hide the key" }}
            />
            <Button type="submit" size="md" loading={isUnderWay} fullWidth>
              Sign in
            </Button>
          </Stack>
        </form>
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

function explain(error: unknown): string {
  if (error instanceof ApiProblem && error.code === "unauthenticated") {
    return "This key is wrong, revoked or expired. Check that all of it was pasted.";
  }
  return sentenceOf(error);
}
