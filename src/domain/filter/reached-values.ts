/**
 * Elements of lists that one path looks at, all lists on its way together: a filter is judged while an event is being
 * accepted, and must not take longer for a large event than for a small one.
 */
export const elementsMax = 1000;

/**
 * Every value that a dotted path reaches. A list is passed through: its elements count, and a number in the path also
 * picks one of them. Where the path ends at a list, the list itself and each of its elements are reached.
 */
export function reachedValues(data: unknown, path: readonly string[]): unknown[] {
  const found: unknown[] = [];
  let left = elementsMax;

  function follow(value: unknown, depth: number): void {
    const name = path[depth];
    if (name === undefined) arrive(value);
    else if (Array.isArray(value)) {
      if (/^\d+$/.test(name) && Number(name) < value.length) follow(value[Number(name)], depth + 1);
      for (const element of value) {
        if (--left < 0) return;
        // Lists within lists are reached by number only.
        if (!Array.isArray(element)) follow(element, depth);
      }
    } else if (typeof value === "object" && value !== null && Object.hasOwn(value, name)) {
      follow((value as Record<string, unknown>)[name], depth + 1);
    }
  }

  function arrive(value: unknown): void {
    found.push(value);
    if (!Array.isArray(value)) return;
    for (const element of value) {
      if (--left < 0) return;
      found.push(element);
    }
  }

  follow(data, 0);
  return found;
}
