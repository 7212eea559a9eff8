import { useSearchParams } from "wouter";
import { PageFrame } from "../../parts/page-frame.tsx";
import { pagePaths } from "../../paths.ts";
import { EventTypeForm } from "./event-type-form.tsx";

/** Describes a type that is not in the catalogue yet. */
export function NewEventType() {
  const [search] = useSearchParams();
  return (
    <PageFrame
      title="Add event type"
      description="Something that can happen in your software, as others will see it in the catalogue."
      back={{ to: pagePaths.eventTypes, label: "Event types" }}
    >
      <EventTypeForm entry={null} name={search.get("name") ?? ""} />
    </PageFrame>
  );
}
