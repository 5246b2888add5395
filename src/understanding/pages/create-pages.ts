import { longestReadable, normalise } from '../normalise.ts';
import { maybePage, type PageHit, type Pages, surePage } from '../pages.ts';
import { isSentence } from '../sentence.ts';
import { pageConfidences } from './page-confidence.ts';
import { createPageIndexes } from './page-index.ts';
import { type ReadLanguage, readQuestion } from './read-question.ts';
import type { WrittenPassage } from './written-passage.ts';

/** More are never read. */
const mostHits = 5;

/** Passages as the merchant wrote them, ready to be asked. Pure: the same question has the same answer. */
export function createPages(passages: readonly WrittenPassage[]): Pages {
  const indexes = createPageIndexes(passages);
  return {
    find(question, { locale, least = maybePage } = {}) {
      const read = readQuestion(question.slice(0, longestReadable), indexes, locale);
      const hits = read.flatMap(confident);
      const isName = !isSentence(question) && !read.some(({ isMatter }) => isMatter);
      const cautious = isName ? hits.map((hit) => unsure(hit, question)) : hits;
      return distinct(cautious)
        .filter(({ confidence }) => confidence >= least)
        .map(asPassage);
    },
  };
}

interface Hit {
  readonly passage: WrittenPassage;
  readonly confidence: number;
}

function confident(read: ReadLanguage): readonly Hit[] {
  const confidences = pageConfidences(read);
  return read.passages.map(({ passage }, at) => ({ passage, confidence: confidences[at] ?? 0 }));
}

const mostOfName = surePage - 0.01;

/** "Shoes" is a heading of the sizes, and rather something to buy; what the merchant wrote as a question is one all the same. */
function unsure({ passage, confidence }: Hit, name: string): Hit {
  const isWritten = [...passage.questions, ...passage.also].some((each) => normalise(each) === normalise(name));
  return { passage, confidence: isWritten ? confidence : Math.min(confidence, mostOfName) };
}

/** Below this nothing is said of a page's language. */
const leastConfidence = 0.05;

/** Surest first. What a page says in the shopper's language it need not say in another. */
function distinct(hits: readonly Hit[]): readonly Hit[] {
  const likely = hits.filter(({ confidence }) => confidence >= leastConfidence);
  const spoken = new Map<string, string>();
  for (const { passage } of likely) if (!spoken.has(passage.page)) spoken.set(passage.page, passage.locale);
  return likely
    .filter(({ passage }) => spoken.get(passage.page) === passage.locale)
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, mostHits);
}

function asPassage({ passage: { page, title, text, link }, confidence }: Hit): PageHit {
  return { passage: { page, title, text, link }, confidence };
}
