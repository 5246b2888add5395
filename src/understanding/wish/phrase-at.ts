import { type FacetValue, facetIndexOf, mostPhraseWords } from './facet-index.ts';
import type { FacetReading } from './facet-reading.ts';
import { phraseKey, singular, type WishWord } from './wish-word.ts';

interface Picking<Meant> {
  /** What the values that are written so mean here; `null`: nothing. `said`: the words of the message. */
  readonly pick: (values: readonly FacetValue[], said: readonly WishWord[]) => Meant | null;
  /** Whether signs may stand between the words: "home & garden". */
  readonly acrossSigns?: boolean;
}

/** The longest words, from this place on, that the catalogue's values are written in and that mean something here. */
export function phraseAt<Meant>(
  { words, vocabulary }: Pick<FacetReading, 'words' | 'vocabulary'>,
  at: number,
  { pick, acrossSigns = false }: Picking<Meant>,
): { readonly meant: Meant; readonly to: number } | null {
  const { phrases, beginnings } = facetIndexOf(vocabulary);
  if (!beginnings.has(singular(words[at]?.text ?? ''))) return null;
  for (let to = Math.min(words.length, at + mostPhraseWords); to > at; to -= 1) {
    const said = words.slice(at, to);
    if (!acrossSigns && said.slice(1).some((word) => word.opens)) continue;
    const values = phrases.get(phraseKey(said.map((word) => word.text)));
    const meant = values === undefined ? null : pick(values, said);
    if (meant !== null) return { meant, to };
  }
  return null;
}
