import { isSentence } from '../sentence.ts';
import { readYesNo } from '../slots/yes-no.ts';
import { draftOf } from '../wish/draft.ts';
import { stripFillers } from '../wish/strip-fillers.ts';
import { wishWords } from '../wish/wish-word.ts';
import { type FoundWords, foundAt, type Mined } from './mined.ts';

const mostWords = 8;
const tie =
  /^(?:to|for|at|of|and|in|by|with|on|my|is|please|thanks|send|ship|deliver|order|buy|get|it|y|a|de|und|an|nach|e|para)$/u;

/** The first stretch that nothing else was found in, when it names a thing: no question, no sentence. */
export function productIn(mined: Mined): FoundWords | null {
  if (asksSomething(mined)) return null;
  const { left } = stripFillers(draftOf(mined.left), mined.context.locale);
  for (const { 0: clause, index } of left.matchAll(/[^,.;!?\n]+?(?= {3,}|[,.;!?\n]|$)/gu)) {
    const words = wishWords(clause).filter(({ text }) => !tie.test(text));
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined || words.length > mostWords) continue;
    const said = clause.slice(first.start, last.end);
    const isThing = /\p{L}{2}/u.test(said) && !isSentence(said) && readYesNo(said).result === 'unreadable';
    if (isThing) return foundAt(mined, index + first.start, index + last.end);
  }
  return null;
}

const question = /^(?:do|does|did|can|could|will|would|is|are|what|whats|where|when|why|how|who|which)$/u;
const wishing = /(?<![\p{L}])(?:have|hv|hav|got|sell|stock|carry|get|find|show|buy|order|add)(?![\p{L}])/iu;
const errand = /^(?:refund|return|cancel|track|exchange|help|where|change)$/u;

/** "Do you ship to Alaska" names no product; "do you have mugs" does. */
function asksSomething({ written, words }: Mined): boolean {
  const first = words[0]?.text ?? '';
  return /[?？؟¿]/u.test(written) || errand.test(first) || (question.test(first) && !wishing.test(written));
}
