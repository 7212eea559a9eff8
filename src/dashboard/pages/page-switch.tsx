import { Button } from "@mantine/core";
import { IconLock, IconMapQuestion } from "@tabler/icons-react";
import { Suspense } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { useSession } from "../api/session.ts";
import { Nothing } from "../parts/nothing.tsx";
import { PageFrame } from "../parts/page-frame.tsx";
import { PageSkeleton } from "../parts/page-skeleton.tsx";
import { pagePaths } from "../paths.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { type DashboardPage, dashboardPages } from "./page-table.tsx";

/** The page that the address names. */
export function PageSwitch() {
  const [location] = useLocation();
  return (
    <ErrorBoundary key={location}>
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          {dashboardPages.map((page) => (
            <Route key={page.path} path={page.path}>
              {(params) => <AllowedPage page={page} params={params as Record<string, string>} />}
            </Route>
          ))}
          <Route>
            <NoPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function AllowedPage({ page, params }: { page: DashboardPage; params: Readonly<Record<string, string>> }) {
  const { can, me } = useSession();
  if (can(page.permission)) return <page.component params={params} />;
  const first = dashboardPages.find(({ navigation, permission }) => navigation && can(permission));
  if (page.path === pagePaths.overview && first) return <Redirect to={first.path} replace />;
  return (
    <PageFrame title="Not for this key">
      <Nothing
        icon={IconLock}
        title={`Keys with the role ${me.role} do not see this page`}
        description="Sign in with another key, or ask whoever made this one."
      />
    </PageFrame>
  );
}

function NoPage() {
  return (
    <PageFrame title="Nothing here">
      <Nothing
        icon={IconMapQuestion}
        title="There is no page at this address"
        description="It may have been mistyped, or belong to a newer version."
      >
        <Button component={Link} href={pagePaths.overview} variant="default">
          Go to the overview
        </Button>
      </Nothing>
    </PageFrame>
  );
}
