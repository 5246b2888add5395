import type { Choice, Message, ProductCard } from '../../channel/message.ts';
import { answerables } from '../../channel/message.ts';
import type { RichText } from '../../channel/rich-text.ts';
import type { Json, JsonObject } from '../../storage/json.ts';
import type { Phrase } from '../book.ts';
import type { WordKey } from '../words.ts';
import { asProductViews } from './product-views.ts';
import { scopeOf, type Turn } from './turn.ts';

/** Sends a message; what it offers can then be picked by number, by label or by pressing. */
export function send(turn: Turn, message: Message): void {
  const choices = answerables(message);
  if (choices.length === 0) {
    turn.effects.push({ type: 'send', message });
    return;
  }
  const menu = extendMenu(turn, choices);
  const firstNumber = menu.firstNumber + menu.choices.length - choices.length;
  const numbered = firstNumber === 1 ? message : { ...message, firstNumber };
  turn.effects.push({ type: 'send', message: numbered });
}

function extendMenu(turn: Turn, choices: readonly Choice[]): NonNullable<Turn['menu']> {
  const earlier = turn.menuIsFresh && turn.menu ? turn.menu.choices : [];
  turn.menu = { firstNumber: 1, choices: earlier.length === 0 ? choices : [...earlier, ...choices] };
  turn.menuIsFresh = true;
  return turn.menu;
}

export function sendText(turn: Turn, text: RichText): void {
  if (!text.every(isBlank)) send(turn, { type: 'text', text });
}

function isBlank(inline: RichText[number]): boolean {
  return typeof inline === 'string' && inline.trim() === '';
}

export function words(turn: Turn, key: WordKey, values: JsonObject = {}): RichText {
  return turn.book.words[key].text(values, turn.locales);
}

export function sayWords(turn: Turn, key: WordKey, values: JsonObject = {}): void {
  sendText(turn, words(turn, key, values));
}

export function phraseText(turn: Turn, phrase: Phrase | null): RichText {
  return phrase ? phrase.text(scopeOf(turn), turn.locales) : [];
}

export function phrasePlain(turn: Turn, phrase: Phrase): string {
  return phrase.plain(scopeOf(turn), turn.locales);
}

/** Cards for product views; `choiceId` says what picking one means. */
export function productCards(turn: Turn, views: Json, choiceId: (product: string) => string): readonly ProductCard[] {
  const label = turn.book.words.look.plain({}, turn.locales);
  return asProductViews(views).map(({ id, image, was, description, ...view }) => ({
    id,
    ...view,
    ...(image === null ? {} : { image }),
    ...(was === null ? {} : { was }),
    ...(description === null ? {} : { description }),
    choice: { id: choiceId(id), label },
  }));
}
