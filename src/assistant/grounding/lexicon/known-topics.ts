import { monthPatterns, topicPattern, weekdayPatterns } from './compiled.ts';
import type { Topic } from './lexicon.ts';

/** Those whose words are held by a check of their own, or only say how a sentence is meant. */
const topics: readonly Topic[] = [
  'free',
  'reduced',
  'guarantee',
  'gift',
  'best-price',
  'cheapest',
  'speed',
  'in-stock',
  'out-of-stock',
  'pieces',
  'arrival',
  'we-have',
  'we-have-not',
  'cannot',
  'but',
  'whether',
  'under',
  'over',
  'yours',
  'role',
  'help',
  'service',
  'invite',
  'cheaper',
  'dearer',
  'currency',
];

/** Folded text with blanks in the place of their words; every other character stays where it is. */
export function withoutTopics(folded: string): string {
  const patterns = [...topics.map(topicPattern), ...weekdayPatterns, ...monthPatterns];
  return patterns.reduce((text, pattern) => {
    return text.replace(pattern, (words) => words.replace(/[^\ue000-\uf8ff]/gu, ' '));
  }, folded);
}
