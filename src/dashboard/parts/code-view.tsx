import { useMemo } from "react";
import classes from "./code-view.module.css";
import { CopyButton } from "./copy-button.tsx";
import { isJson, jsonTokens } from "./json-tokens.ts";

/** Above this a text is not coloured: a million elements would stop the browser. */
const colouredMax = 100_000;

/**
 * A text to be read and copied: JSON on several lines and in colours, anything else as it is. Whatever a receiver
 * answered is shown by this as text, never as a page.
 */
export function CodeView(props: {
  text: string;
  label: string;
  height?: string;
  /** A program keeps its lines, and is scrolled sideways. */
  lines?: "wrapped" | "kept";
}) {
  const { text, label, height, lines = "wrapped" } = props;
  const tokens = useMemo(
    () => (text.length <= colouredMax && isJson(text) ? jsonTokens(text) : null),
    [text],
  );
  return (
    <div className={classes.code}>
      <section
        className={classes.scroll}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        style={height ? { maxHeight: height } : undefined}
      >
        <pre className={lines === "kept" ? `${classes.text} ${classes.kept}` : classes.text}>
          {tokens === null
            ? text
            : tokens.map(({ kind, text: piece }, index) =>
                kind === "space" ? (
                  piece
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
                  <span key={index} className={classes[kind]}>
                    {piece}
                  </span>
                ),
              )}
        </pre>
      </section>
      <span className={classes.copy}>
        <CopyButton text={text} label={`Copy: ${label}`} />
      </span>
    </div>
  );
}
