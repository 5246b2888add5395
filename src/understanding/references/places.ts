import { endsAt, type Found, type Reading, wordAt } from './found.ts';
import {
  ands,
  articles,
  beforeRooms,
  boundaries,
  countOf,
  likes,
  numbered,
  ordinalOf,
  things,
} from './reference-words.ts';

interface Places {
  readonly which: readonly number[];
  readonly to: number;
  /** A noun or an article says that it is a place: "third" alone may be anything. */
  readonly sure: boolean;
}

const mostTogether = 5;

/** "the second one", "the first two", "number 3", "the 1st and the 3rd". */
export function placesIn(reading: Reading): Found | null {
  for (let from = 0; from < reading.words.length; from += 1) {
    const first = placeAt(reading, from);
    if (first === null) continue;
    const all = joined(reading, first);
    if (isMeant(reading, from, all)) return { which: [...new Set(all.which)], from, to: all.to };
  }
  return null;
}

/** "… and the third", "… with number 4". */
function joined(reading: Reading, first: Places): Places {
  let all = first;
  while (ands.has(wordAt(reading, all.to)) || reading.words[all.to]?.opens || joinedInArabic(reading, all.to)) {
    const and = ands.has(wordAt(reading, all.to)) ? 1 : 0;
    const next = placeAt(reading, all.to + and) ?? bareNumber(reading, all.to + and);
    if (next === null) break;
    all = { which: [...all.which, ...next.which], to: next.to, sure: all.sure || next.sure };
  }
  return all;
}

/** "والثالث" is "and the third" in one word. */
function joinedInArabic(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  return word.startsWith('و') && ordinalOf(word.slice(1)) !== null;
}

function placeAt(reading: Reading, from: number): Places | null {
  const bare = reading.compares && endsOrBounds(reading, from + 1) ? bareNumber(reading, from) : null;
  return group(reading, from) ?? ordinal(reading, from) ?? byNumber(reading, from) ?? bare;
}

function afterArticle(reading: Reading, from: number): number {
  return articles.has(wordAt(reading, from)) ? from + 1 : from;
}

/** "the first two", "los dos primeros", "die letzten drei". */
function group(reading: Reading, from: number): Places | null {
  const at = afterArticle(reading, from);
  for (const [place, amount] of [
    [at, at + 1],
    [at + 1, at],
  ] as const) {
    const ordinalPlace = ordinalOf(wordAt(reading, place));
    const count = countOf(wordAt(reading, amount));
    if ((ordinalPlace !== 1 && ordinalPlace !== -1) || count === null || count < 2 || count > mostTogether) continue;
    const which = Array.from({ length: count }, (_, index) => (ordinalPlace === 1 ? index + 1 : index - count));
    return { which, to: afterThing(reading, at + 2), sure: at > from || endsAt(reading, at + 2) };
  }
  return null;
}

/** "the second one", "2nd"; "second hand", "first aid" and "last minute" are something else. */
function ordinal(reading: Reading, from: number): Places | null {
  const at = afterArticle(reading, from);
  const place =
    ordinalOf(wordAt(reading, at)) ?? (joinedInArabic(reading, at) ? ordinalOf(wordAt(reading, at).slice(1)) : null);
  if (place === null || reading.words[at + 1]?.joined) return null;
  const to = afterThing(reading, at + 1);
  const led = at > from && !beforeRooms.has(wordAt(reading, from - 1));
  const alone = endsAt(reading, to) || boundaries.has(wordAt(reading, to)) || ands.has(wordAt(reading, to));
  return { which: [place], to, sure: to > at + 1 || (led && (alone || isThingNamed(reading, to))) };
}

const notProducts =
  /^(?:hand|aid|minute|class|day|time|order|name|floor|week|month|year|address|email|half|gen|generation|season|edition|version|part|row|line|message|question|night|quarter|world|lady|thing|step|call|of)$/u;

/** "the 2nd shirt" at the end of a sentence; the first *order* is no product. */
function isThingNamed(reading: Reading, at: number): boolean {
  return endsAt(reading, at + 1) && !notProducts.test(wordAt(reading, at));
}

/** "number 3", "#3", "the 3". */
function byNumber(reading: Reading, from: number): Places | null {
  const at = afterArticle(reading, from);
  const named = numbered.has(wordAt(reading, at)) ? at + 1 : at;
  const word = reading.words[named];
  const place = countOf(word?.text ?? '');
  if (word === undefined || place === null) return null;
  const hash = reading.text[word.start - 1] === '#';
  const isNumber = named > at && endsOrBounds(reading, named + 1);
  const led = at > from && named === at && /^\d/u.test(word.text) && endsOrBounds(reading, named + 1);
  return hash || isNumber || led ? { which: [place], to: named + 1, sure: true } : null;
}

function bareNumber(reading: Reading, at: number): Places | null {
  const place = /^\d/u.test(wordAt(reading, at)) || reading.compares ? countOf(wordAt(reading, at)) : null;
  return place === null || !endsOrBounds(reading, at + 1) ? null : { which: [place], to: at + 1, sure: false };
}

function endsOrBounds(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  return endsAt(reading, at) || boundaries.has(word) || ands.has(word);
}

function afterThing(reading: Reading, at: number): number {
  return things.has(wordAt(reading, at)) && !endsAt(reading, at) ? at + 1 : at;
}

function isMeant(reading: Reading, from: number, { sure, to, which }: Places): boolean {
  if (sure) return true;
  const whole = from === 0 && to === reading.words.length;
  const liked = likes.has(wordAt(reading, from - 1));
  return (whole || reading.compares || liked || which.length > 1) && endsOrBounds(reading, to);
}
