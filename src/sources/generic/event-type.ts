import { publishableEventType } from "../../domain/event-type.ts";

/** The prefix of types whose sender did not give them one. */
const inbound = "inbound";
const charactersMax = 128;
/** So much is looked at of what a sender calls its event: it may be a megabyte, made to keep a regular expression busy. */
const foundCharactersMax = 512;

/** What stands in for a type that a request does not tell. */
export function unmappedType(prefix: string | undefined): string {
  return `${prefix ?? inbound}.unmapped`;
}

/**
 * Makes a type of what a sender calls its event: `orders/create` is `orders.create`, `Push Hook` is `push_hook`. A name
 * that is ours gets `inbound.` before it.
 */
export function typeNameOf(found: string | null, prefix: string | undefined): string {
  const words = (found ?? "")
    .slice(0, foundCharactersMax)
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, (between) => (/[./:]/.test(between) ? "." : "_"))
    .replace(/^[._]+|[._]+$/g, "");
  if (words === "") return unmappedType(prefix);
  const name = shortened(prefix === undefined ? words : `${prefix}.${words}`);
  return publishableEventType.safeParse(name).success ? name : shortened(`${inbound}.${name}`);
}

function shortened(name: string): string {
  return name.slice(0, charactersMax).replace(/\.+$/, "");
}
