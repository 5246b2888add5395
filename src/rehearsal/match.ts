import { formatMoney } from '../catalog/format-money.ts';
import { answerables, type Message } from '../channel/message.ts';
import { plainText } from '../channel/rich-text.ts';

/** What a message says and offers, in words: each product's title, each choice and each line of a receipt on a line of its own. */
export function visibleText(message: Message, locale: string): string {
  const said = [plainText(message.text), ...answerables(message).map(({ label }) => label)];
  return [...said, ...soldIn(message, locale)].join('\n');
}

function soldIn(message: Message, locale: string): readonly string[] {
  if (message.type !== 'receipt' && message.type !== 'invoice') return [];
  const lines = message.lines.map(
    ({ quantity, title, total }) => `${quantity} × ${title}: ${formatMoney(total, locale)}`,
  );
  if (message.type === 'invoice') return [message.title, ...lines];
  return [...lines, ...message.totals.map(({ label, amount }) => `${label}: ${formatMoney(amount, locale)}`)];
}

/** Spaces and line ends count as one space, marks that only set a text apart as nothing; `…` or `...` stands for anything. */
export function matches(expected: string, actual: string): boolean {
  const pieces = flat(expected)
    .split(/…|\.\.\./u)
    .map((piece) => piece.trim());
  return goesInOrder(pieces, flat(actual));
}

function flat(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
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
