import { Link } from "wouter";
import { pagePaths } from "../paths.ts";
import classes from "./tags.module.css";

/**
 * An event's tags. Each leads to what else has it.
 * @param shownMax the others are counted; all are shown, if left out
 */
export function Tags({ tags, shownMax = tags.length }: { tags: readonly string[]; shownMax?: number }) {
  if (tags.length === 0) return null;
  return (
    <span className={classes.tags}>
      {tags.slice(0, shownMax).map((tag) => (
        <Link
          key={tag}
          className={classes.tag}
          href={`${pagePaths.events}?tag=${encodeURIComponent(tag)}`}
          title={`Events with the tag ${tag}`}
        >
          {tag}
        </Link>
      ))}
      {tags.length > shownMax && (
        <span className={classes.more} title={tags.slice(shownMax).join(", ")}>
          +{tags.length - shownMax}
        </span>
      )}
    </span>
  );
}
