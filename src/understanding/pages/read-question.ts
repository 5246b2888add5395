import { languageOf } from '../words.ts';
import { pageLanguageOf } from './languages/page-languages.ts';
import { type AskedTerms, featuresOf, type PageFeatures } from './page-features.ts';
import type { PageIndex } from './page-index.ts';
import { questionForm } from './question-form.ts';
import { plainWords } from './terms.ts';
import type { WrittenPassage } from './written-passage.ts';

/** What a question and a passage have to do with each other. */
export interface ReadPassage {
  readonly passage: WrittenPassage;
  readonly features: PageFeatures;
}

/** Every passage that shares something with the question, those of the question's language first. */
export function readQuestion(
  text: string,
  indexes: readonly PageIndex[],
  locale: string | undefined,
): readonly ReadPassage[] {
  return indexes
    .map((index) => ({ index, asked: askedTerms(text, index) }))
    .toSorted((one, other) => rank(other, locale) - rank(one, locale))
    .flatMap(({ index, asked }) => readIn(index, asked));
}

interface Read {
  readonly index: PageIndex;
  readonly asked: AskedTerms;
}

/** The language that knows most of the words comes first; of two that know as many, the one that the shopper speaks. */
function rank({ index, asked }: Read, locale: string | undefined): number {
  return asked.known + (locale !== undefined && languageOf(locale) === index.language ? 0.01 : 0);
}

function askedTerms(text: string, index: PageIndex): AskedTerms {
  const words = index.mend(plainWords(text));
  const known = words.length === 0 ? 0 : words.filter((word) => index.knows(word)).length / words.length;
  return { terms: index.terms.read(words), known, form: questionForm(text, pageLanguageOf(index.language)) };
}

function readIn(index: PageIndex, asked: AskedTerms): readonly ReadPassage[] {
  return index.passages.flatMap((indexed) => {
    const features = featuresOf(asked, indexed, index);
    return features.covered > 0 ? [{ passage: indexed.passage, features }] : [];
  });
}
