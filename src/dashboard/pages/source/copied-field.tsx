import { CopyTextButton } from "../../parts/copy-button.tsx";
import classes from "./source.module.css";

/** A value that is pasted elsewhere, whole, with its button. */
export function CopiedField(props: {
  label: string;
  text: string;
  copyLabel: string;
  isLabelHidden?: boolean;
}) {
  const { label, text, copyLabel, isLabelHidden = false } = props;
  return (
    <div className={classes.field}>
      <span className={isLabelHidden ? "visually-hidden" : classes.label}>{label}</span>
      <code>{text}</code>
      <CopyTextButton text={text} label={copyLabel} />
    </div>
  );
}
