/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): places count, not scores, since those of words and of meanings have no
 * common measure. 60 is the paper's constant.
 */
const evening = 60;

/**
 * Two orders of the same products made one. `share`: how much the second counts, 0 to 1. What is in one order only, gets nothing for the
 * other; what counts nothing is left out.
 */
export function fuseRanks(one: readonly string[], other: readonly string[], share: number): readonly string[] {
  const worth = new Map<string, number>();
  const add = (ids: readonly string[], weight: number): void => {
    for (const [at, id] of ids.entries()) worth.set(id, (worth.get(id) ?? 0) + weight / (evening + at + 1));
  };
  add(one, 1 - share);
  add(other, share);
  return [...worth]
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id);
}
