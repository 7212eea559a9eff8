/**
 * The paths of the dashboard's pages, as the browser shows them. The server answers each with the same page, so that a
 * bookmark works and a reload stays where it was.
 */
export const pagePaths = {
  overview: "/",
  endpoints: "/endpoints",
  newEndpoint: "/endpoints/new",
  endpoint: "/endpoints/:id",
  editEndpoint: "/endpoints/:id/edit",
  messages: "/messages",
  events: "/events",
  event: "/events/:id",
  publish: "/publish",
  eventTypes: "/event-types",
  // No event type has a hyphen in its name.
  newEventType: "/event-types/new-type",
  eventType: "/event-types/:name",
  editEventType: "/event-types/:name/edit",
  sources: "/sources",
  newSource: "/sources/new",
  source: "/sources/:id",
  editSource: "/sources/:id/edit",
  alerts: "/alerts",
  apiKeys: "/api-keys",
  settings: "/settings",
  organizations: "/organizations",
} as const;

/** The form of an endpoint, open where its limit is. */
export function pathToLimit(id: string): string {
  return `${pathTo(pagePaths.editEndpoint, { id })}?section=pace`;
}

/** A page's path with what its names stand for: `pathTo(pagePaths.endpoint, { id: "ep_1" })`. */
export function pathTo(pattern: string, names: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(names[name] ?? ""));
}
