import { normalise } from '../normalise.ts';
import { languageOf } from '../words.ts';
import { askedHaving } from './asked-having.ts';
import { isElsewhere } from './elsewhere.ts';
import { pageLanguageOf } from './languages/page-languages.ts';
import { type AskedTerms, featureReader, isNamedMatter, type PageFeatures } from './page-features.ts';
import type { PageIndex } from './page-index.ts';
import { type QuestionForm, questionForm, withoutPoliteness } from './question-form.ts';
import { spelledWords } from './spelled-words.ts';
import { languageGroup } from './terms.ts';
import type { WrittenPassage } from './written-passage.ts';

/** What a question and a passage have to do with each other. */
export interface ReadPassage {
  readonly passage: WrittenPassage;
  readonly features: PageFeatures;
}

/** One language's passages that share something with the question. */
export interface ReadLanguage {
  /** Shoppers ask it of any shop, and the language's pages have a passage for it: the words alone say less. */
  readonly isMatter: boolean;
  readonly passages: readonly ReadPassage[];
}

/** The question's own language first. */
export function readQuestion(
  text: string,
  indexes: readonly PageIndex[],
  locale: string | undefined,
): readonly ReadLanguage[] {
  return indexes
    .map((index) => ({ index, asked: askedTerms(text, index) }))
    .toSorted((one, other) => rank(other, locale) - rank(one, locale))
    .map(({ index, asked }) => readIn(index, asked));
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
  const language = pageLanguageOf(index.language);
  const form = questionForm(text, language);
  const words = sayingSomething(aboutTheShop(index.mend(spelledWords(text, language)), index), { form, text, index });
  const { meant, told: byWhich, wants } = index.matters.read(words);
  const known = words.length === 0 ? 0 : words.filter((word) => index.knows(word)).length / words.length;
  const told = [...byWhich];
  const telling = words.filter((word) => byWhich.has(word) || !index.terms.isEmpty(word));
  return {
    terms: index.terms.read(words),
    known,
    form,
    matters: meant,
    wants,
    told: new Set([...index.terms.read(told), ...told.flatMap((word) => index.terms.read([word]))]),
    toldShare: telling.length === 0 ? 0 : telling.filter((word) => byWhich.has(word)).length / telling.length,
  };
}

interface Asked {
  readonly form: QuestionForm;
  readonly text: string;
  readonly index: PageIndex;
}

/** Words that any sentence has ask nothing by themselves, though a heading has them too: "not those", "I don’t know what I want". */
function sayingSomething(words: readonly string[], { form, text, index }: Asked): readonly string[] {
  const isAsked = form.asks || form.isMarked;
  const isEmpty = words.every((word) => index.terms.isEmpty(word)) && index.matters.read(words).meant.length === 0;
  return isAsked || !isEmpty || isHeading(text, index) ? words : [];
}

function isHeading(text: string, { passages }: PageIndex): boolean {
  const own = normalise(text);
  return passages.some(({ passage: { title, heading, also, questions } }) =>
    [title, heading, ...also, ...questions].some((one) => normalise(one) === own),
  );
}

/** Without what no page answers; of "do you have a store in Reno", for what the pages do not know, "do you have a store". */
function aboutTheShop(words: readonly string[], index: PageIndex): readonly string[] {
  const having = askedHaving(withoutPoliteness(words));
  if (!having) return isElsewhere(words) || asksOfWhatIsSeen(words, index) ? [] : words;
  const thing = index.terms.read(having.thing);
  if (having.isSold || !thing.every((term) => index.things.has(term))) return [];
  const rest = words.slice(words.length - withoutPoliteness(words).length + having.upTo.length);
  return thing.length > 0 && rest.some((word) => !index.knows(word)) ? having.upTo : words;
}

const seen = /^(?:is|are) (?:it|this|that|these|those|they) (?:(?:real|genuine|pure|made of) )?(?<what>\S+)$/u;

/** "Is it real leather" is asked of a product; "is it safe" of the shop. */
function asksOfWhatIsSeen(words: readonly string[], { terms, things }: PageIndex): boolean {
  const what = seen.exec(words.join(' '))?.groups?.['what'];
  if (what === undefined) return false;
  return terms.read([what]).some((term) => !term.startsWith(languageGroup) && !things.has(term));
}

function readIn(index: PageIndex, asked: AskedTerms): ReadLanguage {
  const featuresOf = featureReader(asked, index);
  const passages = placesOf(asked, index).flatMap((at) => {
    const indexed = index.passages[at];
    return indexed ? [{ passage: indexed.passage, features: featuresOf(at, indexed) }] : [];
  });
  return { isMatter: isNamedMatter(asked, index), passages };
}

/** Of the passages that share a word or the matter with the question, in the order in which they were written. */
function placesOf({ terms, matters }: AskedTerms, { having, telling }: PageIndex): readonly number[] {
  const places = new Set([
    ...terms.flatMap((term) => having.get(term) ?? []),
    ...matters.flatMap((matter) => telling.get(matter) ?? []),
  ]);
  return [...places].toSorted((one, other) => one - other);
}
