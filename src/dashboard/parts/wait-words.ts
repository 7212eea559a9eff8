const units = [
  { name: "d", seconds: 86_400 },
  { name: "h", seconds: 3600 },
  { name: "min", seconds: 60 },
  { name: "s", seconds: 1 },
] as const;

const spellings: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
};

/** `1 d 3 h 35 min`: exactly, unlike what is shown of times that go by. */
function writeSpan(seconds: number): string {
  if (seconds === 0) return "0 s";
  const parts: string[] = [];
  let rest = seconds;
  for (const { name, seconds: length } of units) {
    const count = Math.floor(rest / length);
    if (count > 0) parts.push(`${count} ${name}`);
    rest -= count * length;
  }
  return parts.join(" ");
}

/** `1 d 3 h`: the two largest units, for times that are never kept to the second. */
export function writeRoughly(seconds: number): string {
  return writeSpan(seconds).split(" ").slice(0, 4).join(" ");
}

/** `5 s, 5 min, 2 h`. */
export function writeWaits(waits: readonly number[]): string {
  return waits.map(writeSpan).join(", ");
}

/** Waits as people type them, or what is wrong with them. A number alone is seconds. */
export type ReadWaits = { ok: true; waits: number[] } | { ok: false; problem: string };

export function readWaits(text: string): ReadWaits {
  const pieces = text
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const waits: number[] = [];
  for (const piece of pieces) {
    const seconds = readSpan(piece);
    if (seconds === null) {
      return { ok: false, problem: `"${piece}" is no wait. Write it as 30 s, 5 min, 2 h or 1 d.` };
    }
    waits.push(seconds);
  }
  return { ok: true, waits };
}

function readSpan(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^(\d+\s*[a-z]+\s*)+$/i.test(text)) return null;
  let seconds = 0;
  for (const [, count, unit = ""] of text.matchAll(/(\d+)\s*([a-z]+)/gi)) {
    const length = spellings[unit.toLowerCase()];
    if (length === undefined) return null;
    seconds += Number(count) * length;
  }
  return seconds;
}

/** When the attempts are made, counted from the first one, in seconds. */
export function momentsOf(waits: readonly number[]): number[] {
  const moments = [0];
  for (const wait of waits) moments.push((moments.at(-1) ?? 0) + wait);
  return moments;
}

/** `8 attempts over 1 d 3 h`. */
export function scheduleWords(waits: readonly number[]): string {
  if (waits.length === 0) return "1 attempt, no retry";
  const whole = waits.reduce((sum, wait) => sum + wait, 0);
  return `${waits.length + 1} attempts over ${writeRoughly(whole)}`;
}
