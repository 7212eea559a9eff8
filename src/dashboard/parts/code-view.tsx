import { useMemo } from "react";
import classes from "./code-view.module.css";
import { CopyButton } from "./copy-button.tsx";
import { isJson, type JsonToken, jsonTokens } from "./json-tokens.ts";

/** A longer text is shown as it is: a hundred thousand lines would stop the browser. */
const formattedCharsMax = 100_000;
/** One of more pieces is not coloured: each is an element of its own. */
const colouredPiecesMax = 10_000;

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
  const shown = useMemo(() => shownAs(text), [text]);
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
          {typeof shown === "string"
            ? shown
            : shown.map(({ kind, text: piece }, index) =>
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

function shownAs(text: string): string | readonly JsonToken[] {
  if (text.length > formattedCharsMax || !isJson(text)) return text;
  const tokens = jsonTokens(text);
  return tokens.length > colouredPiecesMax ? tokens.map(({ text: piece }) => piece).join("") : tokens;
}
