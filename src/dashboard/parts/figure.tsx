import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./figure.module.css";

/** One number that matters, large, with what it is and what belongs to it. */
export function Figure(props: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  tone?: "bad" | "warn" | undefined;
}) {
  const { label, value, note, tone } = props;
  return (
    <div className={[classes.figure, tone && classes[tone]].join(" ")}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      {note && <span className={classes.note}>{note}</span>}
    </div>
  );
}

/** While it is not known. */
export function FigureSkeleton() {
  return (
    <div className={classes.figure}>
      <Skeleton height={13} width="40%" mb={10} />
      <Skeleton height={24} width="55%" mb={9} />
      <Skeleton height={11} width="65%" />
    </div>
  );
}
