import type { ReactNode } from "react";
import classes from "./card.module.css";

/** A part of a page in a frame, with its heading. */
export function Card(props: {
  title?: ReactNode;
  /** Beside the heading: links, a choice. */
  aside?: ReactNode;
  /** `flush`: a table or list that reaches to the edges. */
  padding?: "normal" | "flush";
  children: ReactNode;
}) {
  const { title, aside, padding = "normal", children } = props;
  return (
    <section className={classes.card}>
      {(title || aside) && (
        <div className={classes.head}>
          {title && <h2>{title}</h2>}
          {aside}
        </div>
      )}
      <div className={padding === "flush" ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
