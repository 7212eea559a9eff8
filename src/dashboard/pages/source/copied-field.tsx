import { CopyButton, CopyTextButton } from "../../parts/copy-button.tsx";
import classes from "./source.module.css";

/** A value that is pasted elsewhere, whole, with its button. Without a label the button says what it is. */
export function CopiedField({ label, text, what }: { label?: string; text: string; what: string }) {
  return (
    <div className={classes.field}>
      {label !== undefined && <span className={classes.label}>{label}</span>}
      <code>{text}</code>
      {label === undefined ? (
        <CopyTextButton text={text} label={`Copy ${what}`} />
      ) : (
        <CopyButton text={text} label={`Copy ${what}`} />
      )}
    </div>
  );
}
