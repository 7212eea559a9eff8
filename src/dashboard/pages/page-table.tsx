import {
  type Icon,
  IconBell,
  IconBuilding,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconSettings,
  IconWebhook,
} from "@tabler/icons-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Permission } from "../../domain/permission.ts";
import { pagePaths } from "../paths.ts";

/** A page: where it is, who may see it, and how the navigation shows it. */
export interface DashboardPage {
  path: (typeof pagePaths)[keyof typeof pagePaths];
  permission: Permission;
  /** Absent: reached from another page. */
  navigation?: { group: NavigationGroup; label: string; icon: Icon };
  component: LazyExoticComponent<ComponentType<{ params: Readonly<Record<string, string>> }>>;
}

export const navigationGroups = ["Watch", "Deliver", "Set up"] as const;
export type NavigationGroup = (typeof navigationGroups)[number];

/**
 * Every page, in the order of the navigation. A new page is one file and one entry here; its code is loaded when it is
 * first looked at.
 */
export const dashboardPages: readonly DashboardPage[] = [
  {
    path: pagePaths.overview,
    permission: "view",
    navigation: { group: "Watch", label: "Overview", icon: IconLayoutDashboard },
    component: lazy(() => import("./overview/overview.tsx").then(({ Overview }) => ({ default: Overview }))),
  },
  {
    path: pagePaths.alerts,
    permission: "view",
    navigation: { group: "Watch", label: "Alerts", icon: IconBell },
    component: lazy(() => import("./alerts/alerts.tsx").then(({ Alerts }) => ({ default: Alerts }))),
  },
  {
    path: pagePaths.sources,
    permission: "view",
    navigation: { group: "Set up", label: "Sources", icon: IconWebhook },
    component: lazy(() => import("./sources/sources.tsx").then(({ Sources }) => ({ default: Sources }))),
  },
  {
    path: pagePaths.newSource,
    permission: "administer",
    component: lazy(() =>
      import("./edit-source/new-source.tsx").then(({ NewSource }) => ({ default: NewSource })),
    ),
  },
  {
    path: pagePaths.source,
    permission: "view",
    component: lazy(() => import("./source/source.tsx").then(({ SourcePage }) => ({ default: SourcePage }))),
  },
  {
    path: pagePaths.editSource,
    permission: "administer",
    component: lazy(() =>
      import("./edit-source/edit-source.tsx").then(({ EditSource }) => ({ default: EditSource })),
    ),
  },
  {
    path: pagePaths.apiKeys,
    permission: "administer",
    navigation: { group: "Set up", label: "API keys", icon: IconKey },
    component: lazy(() => import("./api-keys/api-keys.tsx").then(({ ApiKeys }) => ({ default: ApiKeys }))),
  },
  {
    path: pagePaths.settings,
    permission: "view",
    navigation: { group: "Set up", label: "Settings", icon: IconSettings },
    component: lazy(() => import("./settings/settings.tsx").then(({ Settings }) => ({ default: Settings }))),
  },
  {
    path: pagePaths.organizations,
    permission: "operate",
    navigation: { group: "Set up", label: "Organizations", icon: IconBuilding },
    component: lazy(() =>
      import("./organizations/organizations.tsx").then(({ Organizations }) => ({ default: Organizations })),
    ),
  },
  {
    path: pagePaths.messages,
    permission: "view",
    navigation: { group: "Watch", label: "Message history", icon: IconHistory },
    component: lazy(() => import("./messages/messages.tsx").then(({ Messages }) => ({ default: Messages }))),
  },
];
