import { answerables, type Message } from '../channel/message.ts';
import { plainText } from '../channel/rich-text.ts';

/** What a message says and offers, in words: each product's title and each choice on a line of its own. */
export function visibleText(message: Message): string {
  return [plainText(message.text), ...answerables(message).map(({ label }) => label)].join('\n');
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
