import { endsAt, type Found, type Reading, wordAt } from './found.ts';
import { all, articles, boundaries, buts, countOf, pronouns, sames, things } from './reference-words.ts';

/** "it", "this one", "the same", "both". */
export function pointedIn(reading: Reading): Found | null {
  for (let from = 0; from < reading.words.length; from += 1) {
    const found = allAt(reading, from) ?? sameAt(reading, from) ?? pronounAt(reading, from);
    if (found !== null) return found;
  }
  return null;
}

const ofThem = /^(?:of|de|von)$/u;
/** "Not at all", "that's all", "is that all?": the word alone means nothing that was shown. */
const noneAfter = /^(?:at|thats|that|s|is|be|after|above)$/u;
const them = /^(?:them|these|those|ellos|ellas|eles|elas|ihnen|denen)$/u;

/** "both", "all of them", "los dos": not "all shoes" or "both sides". */
function allAt(reading: Reading, from: number): Found | null {
  const at = articles.has(wordAt(reading, from)) ? from + 1 : from;
  const word = wordAt(reading, at);
  const counted = at > from && /^(?:dos|duas|dois|beiden)$/u.test(word);
  if (!all.has(word) && !counted) return null;
  if (word === 'all' && noneAfter.test(wordAt(reading, from - 1))) return null;
  const of = ofThem.test(wordAt(reading, at + 1)) && them.test(wordAt(reading, at + 2)) ? at + 3 : at + 1;
  const to = things.has(wordAt(reading, of)) || countOf(wordAt(reading, of)) !== null ? of + 1 : of;
  const said = of > at + 1 || /^(?:these|those)$/u.test(word) ? to : of;
  return bounded(reading, said) ? { which: 'all', from, to: said } : null;
}

/** "the same in L", "dasselbe": not "the same day". */
function sameAt(reading: Reading, from: number): Found | null {
  const at = articles.has(wordAt(reading, from)) ? from + 1 : from;
  if (!sames.has(wordAt(reading, at))) return null;
  const to = things.has(wordAt(reading, at + 1)) ? at + 2 : at + 1;
  return to > at + 1 || bounded(reading, to) ? { which: 'last-seen', from, to } : null;
}

const notPronoun =
  /^(?:is|s|are|was|does|do|did|has|have|should|must|will|would|can|way|time|day|week|month|year|morning|evening|order|works?|true|not)$/u;
/** "lo", "das" and "it" are pronouns only where a sentence ends or turns. */
const questions =
  /^(?:available|in|out|on|still|back|worth|waterproof|washable|new|used|real|good|any|made|come|comes|cost|fit|fits|ship)$/u;

function pronounAt(reading: Reading, at: number): Found | null {
  if (!pronouns.has(wordAt(reading, at))) return null;
  const next = wordAt(reading, at + 1);
  if (things.has(next) && !reading.words[at + 1]?.opens) return { which: 'last-seen', from: at, to: at + 2 };
  if (notPronoun.test(next)) return null;
  const asked = at > 0 && /^(?:is|does|do|are|was)$/u.test(wordAt(reading, at - 1)) && questions.test(next);
  return asked || bounded(reading, at + 1) ? { which: 'last-seen', from: at, to: at + 1 } : null;
}

const turns = /^(?:cheaper|bigger|smaller|larger|again|too|also|then|now|to|from|mas|x|billiger|kleiner|grosser)$/u;

function bounded(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  return endsAt(reading, at) || boundaries.has(word) || buts.has(word) || turns.test(word);
}
