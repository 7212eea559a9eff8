import { PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { ApiProblem, sentenceOf } from "../../api/problem.ts";
import { useSessionChange } from "../../api/session.ts";
import { RequestButton } from "../../parts/request-button.tsx";

/**
 * Exchanges an API key for a session. The key itself stays nowhere in the browser.
 * @param description what a key leads to, where that is not plain
 */
export function KeyForm({ description }: { description?: ReactNode }) {
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
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="lg">
        <PasswordInput
          label="API key"
          description={description}
          placeholder="phk_…"
          size="md"
          autoComplete="current-password"
          spellCheck={false}
          autoFocus
          data-autofocus
          value={key}
          error={problem}
          aria-invalid={problem !== null}
          onChange={(event) => {
            setKey(event.currentTarget.value);
            setProblem(null);
          }}
          visibilityToggleButtonProps={{ "aria-label": "Show or hide the key" }}
        />
        <RequestButton type="submit" size="md" isUnderWay={isUnderWay} fullWidth>
          Sign in
        </RequestButton>
      </Stack>
    </form>
  );
}

function explain(error: unknown): string {
  if (error instanceof ApiProblem && error.code === "unauthenticated") {
    return "This key is wrong, revoked or expired. Check that all of it was pasted.";
  }
  return sentenceOf(error);
}
