import { Button } from "@mantine/core";
import { IconMoodSad } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { Nothing } from "../parts/nothing.tsx";
import { PageFrame } from "../parts/page-frame.tsx";

/** A page that broke, or whose code is gone since the server was upgraded, says so and leaves the others alone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <PageFrame title="This page broke">
        <Nothing
          icon={IconMoodSad}
          title="Something in this page went wrong"
          description="After an upgrade of the server, reloading is enough. If it happens again, it is a bug worth a report."
        >
          <Button onClick={() => window.location.reload()}>Reload</Button>
        </Nothing>
      </PageFrame>
    );
  }
}
