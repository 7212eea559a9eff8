import { Link } from "wouter";
import classes from "./copied-id.module.css";
import { CopyButton } from "./copy-button.tsx";

/** An id as it is written in requests, with a button that copies it; a link where it has a page. */
export function CopiedId({ id, what, href }: { id: string; what: string; href?: string }) {
  // Where there is no room the beginning goes, which is the same for all ids of one moment.
  const text = <bdi dir="ltr">{id}</bdi>;
  return (
    <span className={classes.id}>
      {href ? (
        <Link className={classes.text} href={href} title={id}>
          {text}
        </Link>
      ) : (
        <span className={classes.text} title={id}>
          {text}
        </span>
      )}
      <CopyButton text={id} label={`Copy ${what}`} />
    </span>
  );
}
