import type { ModelMessage } from '../../language-model.ts';
import type { Span } from './span.ts';

const asksName = /\bname\b|\bnamen\b|\bnombre\b|\bnome\b|नाम|اسم/iu;
const asksAddress =
  /\baddress\b|\bwhere\b.*\b(?:go|send|sent|ship|shipped|deliver|delivered|live)\b|\badresse\b|\bwohin\b|\bdirecci[oó]n\b|\bendere[cç]o\b|पता|عنوان/iu;

/** Names that answer the question just before them, with nothing around them that says so. */
export function answeredNames(messages: readonly ModelMessage[]): readonly string[] {
  return answers(messages, asksName).filter(
    (text) => /^\p{L}[\p{L}\p{M}.'’ -]{1,60}$/u.test(text) && text.split(/\s+/u).length <= 4,
  );
}

/** A whole message, where it answers where something is to go: it has a number, and more than that. */
export function answeredAddress(messages: readonly ModelMessage[], index: number): readonly Span[] {
  const message = messages[index];
  if (message?.from !== 'shopper' || !follows(messages, index, asksAddress)) return [];
  const isAddress = /\p{N}/u.test(message.text) && /\p{L}{2}/u.test(message.text) && !message.text.includes('?');
  return isAddress ? [{ kind: 'address', start: 0, end: message.text.length }] : [];
}

function answers(messages: readonly ModelMessage[], asks: RegExp): readonly string[] {
  return messages.flatMap((message, index) =>
    message.from === 'shopper' && follows(messages, index, asks) ? [message.text.trim()] : [],
  );
}

function follows(messages: readonly ModelMessage[], index: number, asks: RegExp): boolean {
  const before = messages[index - 1];
  return before?.from === 'model' && before.text.includes('?') && asks.test(before.text);
}
