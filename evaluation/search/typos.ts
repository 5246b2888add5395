import type { GradedQuery } from './graded-queries.ts';

/** Misspellings of one word that are tried; some words have dozens. */
const mostOfAWord = 3;

/** Each query with a known misspelling in the place of one of its words, beside its clean text. */
export function misspelt(
  queries: readonly GradedQuery[],
  csv: string,
): readonly (GradedQuery & { readonly clean: string })[] {
  const slips = slipsByWord(csv);
  return queries.flatMap((query) => {
    const words = query.text.split(' ');
    return words.flatMap((word, at) =>
      (slips.get(word) ?? []).map((slip) => ({ ...query, clean: query.text, text: words.with(at, slip).join(' ') })),
    );
  });
}

function slipsByWord(csv: string): ReadonlyMap<string, readonly string[]> {
  const slips = new Map<string, readonly string[]>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [slip = '', word = ''] = line.split(',');
    slips.set(word, [...(slips.get(word) ?? []), slip].slice(0, mostOfAWord));
  }
  return slips;
}
