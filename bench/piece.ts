/** One benchmark: what it is called on the command line, and what it does. */
export interface Piece {
  readonly name: string;
  readonly about: string;
  /** Resolves to what could not be measured here, and why. */
  run(settings: BenchSettings): Promise<readonly string[]>;
}

export interface BenchSettings {
  /** Small numbers: shows that everything still runs; the figures mean little. */
  readonly quick: boolean;
  readonly say: (line: string) => void;
  /** Takes a table as soon as it is complete. */
  readonly show: (table: Table) => void;
}

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

export type Row = Readonly<Record<string, string | number>>;
