import type { Vocabulary } from '../../catalog/vocabulary.ts';
import { foldPhrase, type WishWord } from './wish-word.ts';

/** Words of a wish that name values of one facet. */
export interface FacetHit {
  readonly facet: string;
  readonly values: readonly string[];
  /** Words that it takes, from the one it begins at. */
  readonly from: number;
  readonly to: number;
}

export interface FacetReading {
  readonly words: readonly WishWord[];
  readonly text: string;
  readonly vocabulary: Vocabulary;
  /** Whether somebody says what the words are about ("not leather"): then no doubt keeps them in the text. */
  readonly plain: boolean;
}

export type FacetReader = (reading: FacetReading, at: number) => FacetHit | null;

export const inWords: ReadonlySet<string> = new Set('in en em auf'.split(' '));
export const articles: ReadonlySet<string> = new Set(
  'a an the size ein eine der die das un una el la um uma o'.split(' '),
);
export const sizeWords: ReadonlySet<string> = new Set(
  'size sizes sz talla tallas grosse groesse gr tamanho tam مقاس المقاس قياس साइज'.split(' ').map(foldPhrase),
);
