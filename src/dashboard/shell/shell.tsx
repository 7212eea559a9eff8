import { AppShell, Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useEffect } from "react";
import { Link, useLocation } from "wouter";
import { pagePaths } from "../paths.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Logo } from "./logo.tsx";
import { Navigation } from "./navigation.tsx";
import { OrganizationSwitch } from "./organization-switch.tsx";
import classes from "./shell.module.css";
import { StaleNotice } from "./stale-notice.tsx";

/** What is around every page: the navigation at the side, or on a telephone behind a button. */
export function Shell({ children }: { children: ReactNode }) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever went to another page wants to see it
  useEffect(() => {
    close();
    window.scrollTo(0, 0);
  }, [location, close]);
  return (
    <AppShell
      header={{ height: { base: 56, sm: 0 } }}
      navbar={{ width: 236, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      padding={0}
      withBorder={false}
    >
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <AppShell.Header className={classes.header} hiddenFrom="sm">
        <Burger
          opened={isOpen}
          onClick={toggle}
          size="sm"
          aria-label={isOpen ? "Close the navigation" : "Open the navigation"}
        />
        <Logo size={24} />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar}>
        <AppShell.Section visibleFrom="sm">
          <Link className={classes.brand} href={pagePaths.overview} aria-label="Posthorn: overview">
            <Logo />
          </Link>
        </AppShell.Section>
        <Navigation />
        <div className={classes.foot}>
          <OrganizationSwitch />
          <AccountMenu />
        </div>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main} id="main">
        <StaleNotice />
        {children}
      </AppShell.Main>
    </AppShell>
  );
}
