import { redactedValue } from "./curl-command.ts";
import classes from "./payload-panel.module.css";

/** HTTP headers, folded behind how many they are. */
export function HeaderList({ of, headers }: { of: string; headers: Readonly<Record<string, string>> }) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <details className={classes.headers}>
      <summary>
        {of} <span className={classes.count}>{entries.length}</span>
      </summary>
      <dl>
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === redactedValue ? <i>hidden: it is sensitive</i> : value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
