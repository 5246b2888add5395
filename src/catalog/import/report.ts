export interface LeftOut {
  /** Where the row begins in the file, from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface ImportReport {
  /** Good products in the file, those of an earlier part of the same import included. */
  readonly products: number;
  readonly variants: number;
  /** Products that an import broken off before had already brought in. */
  readonly resumedAt: number;
  /** The first thousand. */
  readonly leftOut: readonly LeftOut[];
  readonly leftOutCount: number;
  /** Products taken away because the file does not name them (`replace`). */
  readonly removed: number;
  /** Why nothing was taken away although it was asked for. */
  readonly notRemoved: string | null;
}

/** A list a person reads; what follows is counted. */
const mostListed = 1_000;

export interface Tally {
  leave(row: LeftOut & { readonly id?: string }): void;
  take(variants: number): void;
  readonly products: number;
  readonly leftOutCount: number;
  /** Ids of rows that were left out: their products stay when others are removed. */
  readonly leftOutIds: ReadonlySet<string>;
  /** Whether every row left out could be told from the others. */
  readonly allNamed: boolean;
  report(rest: Pick<ImportReport, 'resumedAt' | 'removed' | 'notRemoved'>): ImportReport;
}

export function createTally(): Tally {
  const leftOut: LeftOut[] = [];
  const leftOutIds = new Set<string>();
  let [products, variants, leftOutCount, allNamed] = [0, 0, 0, true];
  return {
    leave({ line, reason, id }) {
      leftOutCount += 1;
      if (leftOut.length < mostListed) leftOut.push({ line, reason });
      if (id === undefined) allNamed = false;
      else leftOutIds.add(id);
    },
    take(count) {
      products += 1;
      variants += count;
    },
    get products() {
      return products;
    },
    get leftOutCount() {
      return leftOutCount;
    },
    get allNamed() {
      return allNamed;
    },
    leftOutIds,
    report: (rest) => ({ products, variants, leftOut, leftOutCount, ...rest }),
  };
}
