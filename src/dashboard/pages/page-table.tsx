import {
  type Icon,
  IconBell,
  IconBroadcast,
  IconBuilding,
  IconCategory,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconPlugConnected,
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
  /** The page of the navigation that it belongs to, where its path does not say so. */
  within?: DashboardPage["path"];
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
    path: pagePaths.events,
    permission: "viewOrPublish",
    navigation: { group: "Watch", label: "Events", icon: IconBroadcast },
    component: lazy(() => import("./events/events.tsx").then(({ Events }) => ({ default: Events }))),
  },
  {
    path: pagePaths.event,
    permission: "viewOrPublish",
    component: lazy(() => import("./event/event-page.tsx").then(({ EventPage }) => ({ default: EventPage }))),
  },
  {
    path: pagePaths.publish,
    permission: "publish",
    within: pagePaths.events,
    component: lazy(() => import("./publish/publish.tsx").then(({ Publish }) => ({ default: Publish }))),
  },
  {
    path: pagePaths.eventTypes,
    permission: "viewOrPublish",
    navigation: { group: "Set up", label: "Event types", icon: IconCategory },
    component: lazy(() =>
      import("./event-types/event-types.tsx").then(({ EventTypes }) => ({ default: EventTypes })),
    ),
  },
  {
    path: pagePaths.newEventType,
    permission: "administer",
    component: lazy(() =>
      import("./event-type-form/new-event-type.tsx").then(({ NewEventType }) => ({ default: NewEventType })),
    ),
  },
  {
    path: pagePaths.editEventType,
    permission: "administer",
    component: lazy(() =>
      import("./event-type-form/edit-event-type.tsx").then(({ EditEventType }) => ({
        default: EditEventType,
      })),
    ),
  },
  {
    path: pagePaths.eventType,
    permission: "viewOrPublish",
    component: lazy(() =>
      import("./event-type/event-type-page.tsx").then(({ EventTypePage }) => ({ default: EventTypePage })),
    ),
  },
  {
    path: pagePaths.messages,
    permission: "view",
    navigation: { group: "Watch", label: "Message history", icon: IconHistory },
    component: lazy(() => import("./messages/messages.tsx").then(({ Messages }) => ({ default: Messages }))),
  },
  {
    path: pagePaths.endpoints,
    permission: "view",
    navigation: { group: "Deliver", label: "Endpoints", icon: IconPlugConnected },
    component: lazy(() =>
      import("./endpoints/endpoints.tsx").then(({ Endpoints }) => ({ default: Endpoints })),
    ),
  },
  // Before the page of an endpoint, whose pattern takes this path as well.
  {
    path: pagePaths.newEndpoint,
    permission: "administer",
    component: lazy(() =>
      import("./endpoint-form/new-endpoint.tsx").then(({ NewEndpoint }) => ({ default: NewEndpoint })),
    ),
  },
  {
    path: pagePaths.endpoint,
    permission: "view",
    component: lazy(() =>
      import("./endpoint/endpoint-page.tsx").then(({ EndpointPage }) => ({ default: EndpointPage })),
    ),
  },
  {
    path: pagePaths.editEndpoint,
    permission: "administer",
    component: lazy(() =>
      import("./endpoint-form/edit-endpoint.tsx").then(({ EditEndpoint }) => ({ default: EditEndpoint })),
    ),
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
];
