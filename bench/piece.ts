/** One benchmark: what it is called on the command line, and what it does. */
export interface Piece {
  readonly name: string;
  readonly about: string;
  run(settings: BenchSettings): Promise<PieceResult>;
}

export interface BenchSettings {
  /** Small numbers: shows that everything still runs; the figures mean little. */
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

export interface PieceResult {
  readonly tables: readonly Table[];
  /** What could not be measured here, and why. */
  readonly skipped?: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

export type Row = Readonly<Record<string, string | number>>;
