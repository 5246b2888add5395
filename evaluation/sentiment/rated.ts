import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Label = 'negative' | 'neutral' | 'positive';

export const labels: readonly Label[] = ['negative', 'neutral', 'positive'];

export interface Rated {
  readonly set: string;
  /** ISO 639-1. */
  readonly lang: string;
  readonly text: string;
  /** −4 to 4, the mean of twenty people; `null` where a set has labels alone. */
  readonly rating: number | null;
  readonly label: Label;
}

interface Row {
  readonly set: string;
  readonly lang: string;
  readonly text: string;
  readonly score: string;
  readonly label: string;
}

/** `null` when the file is not there. */
export async function readRated(data: string): Promise<readonly Rated[] | null> {
  const file = await readFile(join(data, 'sentiment', 'sentiment_dev.csv')).catch(() => null);
  if (file === null) return null;
  return parse<Row>(file, { columns: true }).flatMap((row) => ratedOf(row) ?? []);
}

function ratedOf({ set, lang, text, score, label: written }: Row): Rated | null {
  const label = labels.find((each) => each === written);
  return label ? { set, lang, text, label, rating: score === '' ? null : Number(score) } : null;
}

/** Which of so many parts a text is in: by its hash, so that the same text is always in the same one. */
export function partOf(text: string, parts: number): number {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % parts;
}
