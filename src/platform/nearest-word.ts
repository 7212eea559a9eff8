/** A caller can choose the word: no time is spent on one that nothing known could resemble. */
const typedCharactersMax = 64;

/** The known word that a mistyped one most likely means, whatever the case, or null when none is close. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  if (typed.length > typedCharactersMax) return null;
  let nearest: string | null = null;
  let nearestDistance = Math.max(1, Math.floor(typed.length / 4)) + 1;
  for (const word of known) {
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (distance < nearestDistance) [nearest, nearestDistance] = [word, distance];
  }
  return nearest;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words, one row at a time. */
function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          at(previous, column - 1) + (isSame ? 0 : 1),
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          isSwap ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return at(previous, right.length);
}

function at(distances: readonly number[], index: number): number {
  return distances[index] ?? 0;
}
