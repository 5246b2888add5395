import type { Json } from '../../storage/json.ts';
import { fallbackChain } from './fallback-chain.ts';
import type { Turn } from './turn.ts';

/** From now on the conversation is in this language, whatever the shopper writes in. One that the shop does not have changes nothing. */
export function chooseLanguage(turn: Turn, value: Json): void {
  const locale = turn.book.languages.find((one) => one === value);
  if (locale === undefined) return;
  speak(turn, locale);
  turn.language = 'chosen';
}

export function speak(turn: Turn, locale: string): void {
  turn.locale = locale;
  turn.locales = fallbackChain(locale, turn.book.shop.locale);
}
