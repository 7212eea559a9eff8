import { Button } from "@mantine/core";
import { IconMoodSad, IconPlugConnectedX } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { unreachable } from "../api/problem.ts";
import { Nothing } from "../parts/nothing.tsx";
import { notify } from "../parts/notify.ts";
import { PageFrame } from "../parts/page-frame.tsx";

type Trouble = "none" | "broken" | "not loaded";

/** What the browsers say of a page's code that did not come: the server is away, or another version runs there now. */
const notLoadedRegex = /import.* module/i;

/** A page that broke, or whose code did not come, says so and leaves the others alone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { trouble: Trouble }> {
  override state: { trouble: Trouble } = { trouble: "none" };

  static getDerivedStateFromError(error: unknown): { trouble: Trouble } {
    const isNotLoaded = error instanceof TypeError && notLoadedRegex.test(error.message);
    return { trouble: isNotLoaded ? "not loaded" : "broken" };
  }

  override render() {
    switch (this.state.trouble) {
      case "none":
        return this.props.children;
      case "not loaded":
        return <NotLoaded />;
      case "broken":
        return <Broken />;
    }
  }
}

function Broken() {
  return (
    <PageFrame title="This page broke">
      <Nothing
        icon={IconMoodSad}
        title="Something in this page went wrong"
        description="Reloading may be enough. If it happens again, it is a bug worth a report."
      >
        <Button onClick={() => window.location.reload()}>Reload</Button>
      </Nothing>
    </PageFrame>
  );
}

function NotLoaded() {
  // While nobody answers, a reload would end in the browser's own page of error.
  const reload = async () => {
    try {
      await fetch("/healthz");
      window.location.reload();
    } catch {
      notify.problem(unreachable().message);
    }
  };
  return (
    <PageFrame title="This page did not come">
      <Nothing
        icon={IconPlugConnectedX}
        title="Posthorn does not answer, or was upgraded meanwhile"
        description="Check that it runs and that this computer reaches it; then try again."
      >
        <Button onClick={() => void reload()}>Try again</Button>
      </Nothing>
    </PageFrame>
  );
}
