import type { Book } from '../../dialog/book.ts';
import { normalise } from '../../understanding/normalise.ts';
import { withoutCode } from './code.ts';
import { type Link, payloadOf } from './link.ts';

/** What a link comes to in a conversation. */
export type LinkHeard =
  | { readonly type: 'opened'; readonly payload?: string }
  | { readonly type: 'text'; readonly text: string };

/**
 * A text with a link's code: the link's own words, however few are left of them, and a greeting mean what the link means;
 * whatever else the shopper has written goes before it, and is heard without the code.
 */
export function heardText(book: Pick<Book, 'matcher' | 'welcome'>, link: Link, text: string): LinkHeard {
  const rest = withoutCode(text, link.code);
  const asWritten = saysNoMore(rest, link.text) || greets(book, rest);
  return asWritten ? heardOpened(link) : { type: 'text', text: rest };
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

function greets({ matcher, welcome }: Pick<Book, 'matcher' | 'welcome'>, rest: string): boolean {
  const [best] = matcher.match(rest);
  return best !== undefined && best.flow === welcome && best.confidence >= sure;
}
