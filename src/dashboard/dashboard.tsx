import { Center, Loader } from "@mantine/core";
import { Router } from "wouter";
import { useSearch } from "wouter/use-browser-location";
import { SessionProvider, useMe } from "./api/session.ts";
import { useSessionState } from "./api/session-end.ts";
import { PageSwitch } from "./pages/page-switch.tsx";
import { SignIn } from "./pages/sign-in/sign-in.tsx";
import { askBeforeLeaving } from "./parts/leaving.ts";
import { ProblemView } from "./parts/problem-view.tsx";
import { SessionEnded } from "./shell/session-ended.tsx";
import { Shell } from "./shell/shell.tsx";

/** Whoever is not signed in is asked for a key, wherever the address leads; then the page is there that it names. */
export function Dashboard() {
  const me = useMe();
  const { hasEnded, turn } = useSessionState();
  if (me.data) {
    return (
      <SessionProvider key={turn} value={me.data}>
        <Router aroundNav={askBeforeLeaving} searchHook={useUndecodedSearch}>
          <Shell>
            <PageSwitch />
          </Shell>
        </Router>
        <SessionEnded isOpen={hasEnded} />
      </SessionProvider>
    );
  }
  if (me.data === null) return <SignIn />;
  return (
    <Center component="main" mih="100dvh" p="md">
      {me.isError ? (
        <ProblemView what="The dashboard" error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <Loader aria-label="Loading the dashboard" size="sm" />
      )}
    </Center>
  );
}

/** The router decodes the query once before it is read, which decodes it again: `%2520` would be a space. */
function useUndecodedSearch(): string {
  return useSearch().replaceAll("%", "%25");
}
