import type { InlineKeyboardButton } from 'grammy/types';
import { onTestFinished } from 'vitest';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../fakes/telegram/fake-telegram.ts';
import type { Environment } from './own-process.ts';

/** A turn on a busy machine, with what Telegram makes it wait. */
const longest = 20_000;

export interface TelegramShopper {
  readonly chat: number;
  /** Everything the shop has sent so far. */
  sent(): readonly SentMessage[];
  /** What follows the message before, up to one that holds these words. */
  hears(words: string): Promise<SentMessage>;
  says(text: string): void;
  /** Presses the button of the last message that has one with this label. */
  presses(label: string): void;
  /** Telegram brings the press of that button once more. */
  pressComesAgain(): void;
}

export async function openTelegram(): Promise<FakeTelegram & { readonly environment: Environment }> {
  const fake = await startFakeTelegram();
  onTestFinished(fake.close);
  return { ...fake, environment: { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.apiRoot } };
}

export function telegramShopper(fake: FakeTelegram, chat: number): TelegramShopper {
  let heard = 0;
  let again = (): void => {};
  const sent = () => fake.sent(chat);
  return {
    chat,
    sent,
    async hears(words) {
      const found = await fake
        .until(() => {
          const index = sent().findIndex((one, at) => at >= heard && wordsOf(one).includes(words));
          return index < 0 ? null : { one: sent()[index], index };
        }, longest)
        .catch(() => null);
      if (!found?.one)
        throw new Error(`“${words}” was not said, but: ${JSON.stringify(sent().map(wordsOf).slice(heard))}`);
      heard = found.index + 1;
      return found.one;
    },
    says: (text) => void fake.sendText(chat, text),
    presses(label) {
      const found = sent().flatMap((one) =>
        pressable(one).map((button) => ({ ...button, id: one.message.message_id })),
      );
      const button = found.findLast(({ text }) => text.includes(label));
      if (!button) throw new Error(`There is no button “${label}”, but: ${found.map(({ text }) => text).join(', ')}`);
      const id = fake.press(chat, button.id, button.callback_data);
      const update = fake.pending().find(({ callback_query }) => callback_query?.id === id);
      again = () => update && fake.update(update);
    },
    pressComesAgain: () => again(),
  };
}

export function wordsOf({ message }: SentMessage): string {
  return message.text ?? message.caption ?? '';
}

function pressable({ message }: SentMessage): readonly InlineKeyboardButton.CallbackButton[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat().filter((button) => 'callback_data' in button);
}
