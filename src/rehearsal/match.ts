import type { Message } from '../channel/message.ts';
import { plainText } from '../channel/rich-text.ts';

/** What a message says in words; products by their titles, one a line. */
export function visibleText(message: Message): string {
  const text = plainText(message.text);
  if (message.type !== 'products') return text;
  return [text, ...message.products.map(({ title }) => title)].join('\n');
}

/** Spaces and line ends count as one space; `…` or `...` stands for anything. */
export function matches(expected: string, actual: string): boolean {
  const pieces = flat(expected)
    .split(/…|\.\.\./u)
    .map((piece) => piece.trim());
  return goesInOrder(pieces, flat(actual));
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function goesInOrder(pieces: readonly string[], actual: string): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return actual === first;
  if (!actual.startsWith(first) || !actual.endsWith(last)) return false;
  let from = first.length;
  for (const piece of rest) {
    const at = actual.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return from <= actual.length - last.length;
}
