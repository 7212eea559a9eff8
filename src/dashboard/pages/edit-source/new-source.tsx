import { useFilters } from "../../parts/filters.ts";
import { PageFrame } from "../../parts/page-frame.tsx";
import { type Platform, platforms } from "../../parts/source-words.ts";
import { pagePaths } from "../../paths.ts";
import { NewSourceForm } from "./new-source-form.tsx";
import { PlatformChoice } from "./platform-choice.tsx";

/** Asks who will send, then for what has to be known of it. */
export function NewSource() {
  const [{ platform }, change] = useFilters(["platform"]);
  if (!isPlatform(platform)) {
    return (
      <PageFrame
        title="Add source"
        description="Who will send?"
        back={{ to: pagePaths.sources, label: "Sources" }}
      >
        <PlatformChoice onChoose={(chosen) => change({ platform: chosen })} />
      </PageFrame>
    );
  }
  const { name, sends } = platforms[platform];
  return (
    <PageFrame
      title={platform === "other" ? "Add source" : `Add source: ${name}`}
      description={`${sends}.`}
      back={{ to: pagePaths.newSource, label: "Choose another sender" }}
    >
      <NewSourceForm key={platform} platform={platform} />
    </PageFrame>
  );
}

const isPlatform = (text: string): text is Platform => Object.hasOwn(platforms, text);
