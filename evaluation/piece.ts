/** One part of the evaluation: what it needs, and the figures it comes to. */
export interface Piece {
  readonly name: string;
  readonly about: string;
  /** Resolves with its figures, or with the reason for which it cannot run here. */
  run(world: World): Promise<readonly Figure[] | NotHere>;
}

export interface World {
  /** The folder with the data sets, one folder each. */
  readonly data: string;
  readonly say: (line: string) => void;
}

export interface NotHere {
  readonly notHere: string;
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `share` is 0 to 1. */
  readonly unit: 'share' | 'ms' | 'count' | 'tokens';
  /** What it should be; absent where it is only told. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
  /** How it came about, where its name does not say: sizes, spread, what it is compared with. */
  readonly note?: string;
}
