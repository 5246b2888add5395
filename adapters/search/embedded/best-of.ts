/** The first so many in the order of `compare`; of thousands, without putting all of them into order. */
export function bestOf<One>(
  all: readonly One[],
  count: number,
  compare: (one: One, other: One) => number,
): readonly One[] {
  const best: One[] = [];
  for (const one of all) {
    const last = best[count - 1];
    if (last !== undefined && compare(one, last) >= 0) continue;
    best.splice(placeFor(one, best, compare), 0, one);
    if (best.length > count) best.pop();
  }
  return best;
}

function placeFor<One>(one: One, sorted: readonly One[], compare: (one: One, other: One) => number): number {
  let from = 0;
  for (let to = sorted.length; from < to; ) {
    const middle = (from + to) >> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(one, other) >= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
