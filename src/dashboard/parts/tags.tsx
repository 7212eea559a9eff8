import { Link } from "wouter";
import { pagePaths } from "../paths.ts";
import classes from "./tags.module.css";

/** An event's tags. Each leads to what else has it. */
export function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <span className={classes.tags}>
      {tags.map((tag) => (
        <Link
          key={tag}
          className={classes.tag}
          href={`${pagePaths.events}?tag=${encodeURIComponent(tag)}`}
          title={`Events with the tag ${tag}`}
        >
          {tag}
        </Link>
      ))}
    </span>
  );
}
