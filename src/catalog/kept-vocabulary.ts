import type { Vocabulary } from './vocabulary.ts';

interface KeptParts {
  readonly read: () => Promise<Vocabulary>;
  readonly clock: { now(): number };
}

/** Counting the facets of a large catalogue takes as long as fifty searches (75 ms for 19,406 products); new words may wait so long. */
const freshMs = 60_000;

/**
 * The catalogue's words, read again once they are older than a minute: by one reader, while all others go on with those there are. Only
 * the first wait. When reading fails, the old ones stay until the next minute; without any, all who wait are told.
 */
export function keepVocabulary({ read, clock }: KeptParts): () => Promise<Vocabulary> {
  let kept: { readonly words: Vocabulary; readonly at: number } | null = null;
  let reading: Promise<Vocabulary> | null = null;
  const readAgain = (): Promise<Vocabulary> => {
    reading ??= read()
      .then((words) => {
        kept = { words, at: clock.now() };
        return words;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  };
  return async () => {
    const known = kept;
    if (known === null) return readAgain();
    if (clock.now() - known.at >= freshMs && reading === null) {
      kept = { words: known.words, at: clock.now() };
      readAgain().catch(() => undefined);
    }
    return known.words;
  };
}
