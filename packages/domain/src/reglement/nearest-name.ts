/** Fewer letters than that say nothing of what was meant. */
const FEWEST_SHARED = 4;

/**
 * The name that was most likely meant: the one with the fewest letters to change, where these are
 * at most a third of its letters, or it begins alike, or is within the other; `null` where none is
 * that near.
 */
export function nearestName(written: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const count = lettersToChange(written.toLowerCase(), name.toLowerCase());
    const near = count <= Math.max(name.length, written.length) / 3 || isAkin(written, name);
    if (!near || count >= fewest) continue;
    nearest = name;
    fewest = count;
  }
  return nearest;
}

function isAkin(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < FEWEST_SHARED) return false;
  return (
    one.slice(0, FEWEST_SHARED) === other.slice(0, FEWEST_SHARED) ||
    one.includes(other) ||
    other.includes(one)
  );
}

/** Letters to add, to take away or to replace, and neighbours to exchange. */
function lettersToChange(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let left = 1; left <= from.length; left += 1) {
    const next = [left];
    for (let right = 1; right <= to.length; right += 1) {
      const same = from[left - 1] === to[right - 1];
      const replaced = (row[right - 1] ?? 0) + (same ? 0 : 1);
      const exchanged =
        from[left - 1] === to[right - 2] && from[left - 2] === to[right - 1]
          ? (before[right - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      next.push(Math.min(replaced, exchanged, (row[right] ?? 0) + 1, (next[right - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
