import { colourNamed } from '../wish/colours.ts';
import { endsAt, type Found, type Reading, wordAt } from './found.ts';
import { articles, changes, indefinite, things } from './reference-words.ts';

/**
 * "the blue one" (of those shown), "a smaller one", "something cheaper" (than the one seen last). `the good one` and `this one`
 * are said elsewhere.
 */
export function describedIn(reading: Reading): Found | null {
  for (let at = 0; at < reading.words.length; at += 1) {
    const found =
      changedAt(reading, at) ?? theOneAt(reading, at) ?? aColourOneAt(reading, at) ?? theColourAt(reading, at);
    if (found !== null) return found;
  }
  return null;
}

const vague =
  /^(?:something|anything|smthng|sth|one|ones|algo|etwas|was|uno|una|um|uma|einen|eine|eins|any|it|कुछ|شيء)$/u;
const mostChangeWords = 3;

/** A comparative with nothing to compare but what was seen: "cheaper ones", "do you have it cheaper", not "cheaper shoes". */
function changedAt(reading: Reading, at: number): Found | null {
  for (let count = mostChangeWords; count >= 1; count -= 1) {
    const phrase = reading.words.slice(at, at + count).map((word) => word.text);
    if (phrase.length < count || !changes.has(phrase.join(' '))) continue;
    const end = at + count;
    const thing = things.has(wordAt(reading, end)) && !endsAt(reading, end);
    const before = wordAt(reading, at - 1);
    const aboutIt = thing || vague.test(before) || at === 0 || indefinite.has(before);
    const from = articles.has(before) ? 'all' : 'last-seen';
    return aboutIt && endsAt(reading, thing ? end + 1 : end) ? { which: from, from: at, to: at } : null;
  }
  return null;
}

const mostDescribing = 3;
const saidElsewhere = /^(?:other|next|right|wrong|only|good|best|which|new|old|previous|big)$/u;

/** "the blue one", "the leather ones". */
function theOneAt(reading: Reading, from: number): Found | null {
  if (wordAt(reading, from) !== 'the') return null;
  for (let count = 1; count <= mostDescribing; count += 1) {
    const at = from + 1 + count;
    if (endsAt(reading, at - 1)) return null;
    if (/^ones?$/u.test(wordAt(reading, at)) && !endsAt(reading, at))
      return saidElsewhere.test(wordAt(reading, from + 1)) ? null : { which: 'all', from, to: from + 1 };
  }
  return null;
}

/** "el azul", "das blaue": an article and a colour, and nothing after it. */
function theColourAt(reading: Reading, from: number): Found | null {
  const isArticle = articles.has(wordAt(reading, from)) && wordAt(reading, from) !== 'the';
  const isColour = colourNamed(wordAt(reading, from + 1)) !== null;
  return isArticle && isColour && endsAt(reading, from + 2) ? { which: 'all', from, to: from + 1 } : null;
}

/** "a red one": another one than what was seen. */
function aColourOneAt(reading: Reading, from: number): Found | null {
  const isOne = /^ones?$/u.test(wordAt(reading, from + 2)) && !endsAt(reading, from + 2);
  const isMeant = indefinite.has(wordAt(reading, from)) && colourNamed(wordAt(reading, from + 1)) !== null;
  return isOne && isMeant ? { which: 'last-seen', from, to: from + 1 } : null;
}
