import type { ReactNode } from "react";
import classes from "./filter-bar.module.css";

/** The fields that narrow a list, above it. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <search className={classes.bar}>{children}</search>;
}
