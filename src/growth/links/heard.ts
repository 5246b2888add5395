import type { Book } from '../../dialog/book.ts';
import { normalise } from '../../understanding/normalise.ts';
import { withoutBracketed, withoutCode } from './code.ts';
import { type Link, payloadOf } from './link.ts';

/** What a link comes to in a conversation. */
export type LinkHeard =
  | { readonly type: 'opened'; readonly payload?: string }
  | { readonly type: 'text'; readonly text: string };

/**
 * A text with a link's code: what the link means, and then whatever the shopper has written besides. The link's own words,
 * however few are left of them, and a greeting say nothing besides. A link to the welcome does not come before other words.
 */
export function heardText(
  book: Pick<Book, 'matcher' | 'moments'>,
  link: Link,
  text: string,
): readonly [LinkHeard] | readonly [LinkHeard, LinkHeard] {
  const rest = withoutCode(text, link.code);
  const besides = withoutWords(rest, link.text);
  if (saysNoMore(rest, link.text) || greets(book, besides)) return [heardOpened(link)];
  const said = { type: 'text', text: besides } as const;
  return link.target.to === 'welcome' ? [said] : [heardOpened(link), said];
}

/** A text with the code of a link that is no more; `null`: nothing in it is surely a code. */
export function heardUnknown(text: string): LinkHeard | null {
  const rest = withoutBracketed(text);
  if (rest === text) return null;
  return rest === '' ? { type: 'opened' } : { type: 'text', text: rest };
}

function withoutWords(text: string, words: string): string {
  const place = text.toLowerCase().indexOf(words.toLowerCase());
  if (place < 0) return text;
  return `${text.slice(0, place)} ${text.slice(place + words.length)}`.replace(/[^\S\n]+/gu, ' ').trim();
}

export function heardOpened({ target }: Link): LinkHeard {
  const payload = payloadOf(target);
  return payload === null ? { type: 'opened' } : { type: 'opened', payload };
}

function saysNoMore(rest: string, words: string): boolean {
  const known = new Set(wordsOf(words));
  return wordsOf(rest).every((word) => known.has(word));
}

function wordsOf(text: string): readonly string[] {
  return normalise(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** As good as the flow's own words. */
const sure = 0.95;

function greets({ matcher, moments }: Pick<Book, 'matcher' | 'moments'>, text: string): boolean {
  const [best] = matcher.match(text);
  return best !== undefined && best.flow === moments.get('first message') && best.confidence >= sure;
}
