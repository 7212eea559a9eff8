import { Link } from "wouter";
import classes from "./copied-id.module.css";
import { CopyButton } from "./copy-button.tsx";

/** An id as it is written in requests, with a button that copies it; a link where it has a page. */
export function CopiedId({ id, what, href }: { id: string; what: string; href?: string }) {
  return (
    <span className={classes.id}>
      {href ? (
        <Link className={classes.text} href={href} title={id}>
          {id}
        </Link>
      ) : (
        <span className={classes.text} title={id}>
          {id}
        </span>
      )}
      <CopyButton text={id} label={`Copy ${what}`} />
    </span>
  );
}
