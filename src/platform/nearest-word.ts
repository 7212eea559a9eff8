/** The known word that a mistyped one most likely means, or null when none is close. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let nearestDistance = Math.max(2, Math.floor(typed.length / 4)) + 1;
  for (const word of known) {
    const distance = editDistance(typed, word);
    if (distance < nearestDistance) [nearest, nearestDistance] = [word, distance];
  }
  return nearest;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
