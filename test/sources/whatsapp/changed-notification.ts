import fc from "fast-check";
import { payload } from "./a-notification.ts";

/** A place in a value: which member or item to go to, counted round. */
type Steps = readonly number[];

interface Mutation {
  steps: Steps;
  /** Undefined: the place is taken away. */
  replacement: unknown;
}

/** Stands for what cannot be printed, and is put in afterwards. */
const deepMark = "@deep@";

const replacement = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1e300,
    1767225601000,
    "",
    [],
    {},
    [[]],
    [null],
    "\ud800",
  ),
  fc.constantFrom<unknown>(
    "stop",
    "failed",
    "edit",
    "system",
    "id",
    "__proto__",
    "toString",
    "US.1",
    "1767225601",
  ),
  fc.constant(deepMark),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(100, 1000, 1000, 100_000).map((times) => "wamid.é".repeat(times)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }).map((digits) => `@${digits}@`),
);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 }),
  replacement,
});

function mutate(value: unknown, { steps, replacement }: Mutation): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return replacement;
  if (typeof value !== "object" || value === null) return replacement;
  if (Array.isArray(value)) {
    const at = value.length === 0 ? 0 : step % value.length;
    const item = rest.length === 0 ? replacement : mutate(value[at], { steps: rest, replacement });
    const others = item === undefined ? [] : [item];
    return [...value.slice(0, at), ...others, ...value.slice(at + 1)];
  }
  const entries = Object.entries(value);
  const [name, member] = entries[step % Math.max(entries.length, 1)] ?? ["new", null];
  const changed = rest.length === 0 ? replacement : mutate(member, { steps: rest, replacement });
  return Object.fromEntries(
    entries.flatMap(([key, old]) =>
      key === name ? (changed === undefined ? [] : [[key, changed]]) : [[key, old]],
    ),
  );
}

/** As sent: with whole numbers of many digits, and with what is nested deep. */
function bodyOf(value: unknown, levels: number): Buffer {
  const text = (JSON.stringify(value) ?? "")
    .replaceAll(`"${deepMark}"`, `${'{"a":['.repeat(levels / 2)}1${"]}".repeat(levels / 2)}`)
    .replace(/"@(\d+)@"/g, "$1");
  return Buffer.from(text);
}

/** A sample of Meta's as no one would send it: members gone, of another type, without an end, nested without a bottom. */
export function changedNotification(name: string): fc.Arbitrary<Buffer> {
  const original: unknown = JSON.parse(payload(name).toString());
  return fc
    .tuple(
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(10, 58, 60, 62, 64, 66, 1000, 200_000),
    )
    .map(([mutations, levels]) => bodyOf(mutations.reduce(mutate, original), levels));
}
