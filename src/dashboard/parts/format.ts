/** Numbers, durations and times as people read them. One language: the interface's. */
const language = "en";

const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });

/** `12,300`. */
export const formatCount = (count: number): string => whole.format(count);

/** `12.3K`, where there is little room. */
export const formatShortCount = (count: number): string => short.format(count);

/** `99.2 %`. Never rounded up to a hundred: then one would look for no failure. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const shown = percent < 100 ? Math.min(percent, 99.99) : percent;
  return `${(percent >= 99 ? twoDigits : oneDigit).format(shown)} %`;
}

/** `84 ms`, `1.2 s`, `2 min`. */
export function formatDuration(ms: number): string {
  // By what will be shown: 999.6 ms are rounded to 1 s, not to 1,000 ms.
  if (Math.round(ms) < 1000) return `${whole.format(ms)} ms`;
  if (Math.round(ms / 100) < 600) return `${oneDigit.format(ms / 1000)} s`;
  return formatSpan(Math.max(ms, 60_000));
}

const units: [unit: string, ms: number][] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
];

/** `3 d`, `2 h`, `5 min`, `12 s`: how long something takes or took, roughly. */
export function formatSpan(ms: number): string {
  const [unit, length] = units.find(([, unitMs]) => ms >= unitMs) ?? ["s", 1000];
  return `${Math.floor(ms / length)} ${unit}`;
}

/** `just now`, `5 min ago`, `in 2 h`. */
export function formatRelative(atMs: number, nowMs: number): string {
  const distance = nowMs - atMs;
  if (Math.abs(distance) < 5000) return distance < -1000 ? "in a moment" : "just now";
  return distance > 0 ? `${formatSpan(distance)} ago` : `in ${formatSpan(-distance)}`;
}

const dayAndTime = new Intl.DateTimeFormat(language, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const clockTime = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });

/** `May 13, 2026, 14:46:25`, in the time zone of whoever looks. */
export const formatTime = (iso: string): string => dayAndTime.format(new Date(iso));

/** `14:46`. */
export const formatClock = (iso: string): string => clockTime.format(new Date(iso));

/** `May 13`. */
export const formatDay = (iso: string): string => day.format(new Date(iso));

const sizes = ["B", "kB", "MB", "GB", "TB"];

/** `52.4 GB`. */
export function formatBytes(bytes: number): string {
  let step = 0;
  // As it is rounded to be shown: 999,999 bytes are 1 MB, not 1,000 kB.
  while (step < sizes.length - 1 && Math.round((bytes / 1000 ** step) * 10) >= 10_000) step++;
  return `${oneDigit.format(bytes / 1000 ** step)} ${sizes[step]}`;
}
