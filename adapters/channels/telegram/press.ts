import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { failureOf } from './failure.ts';
import { markPicked } from './keyboard.ts';
import type { SendGate } from './send-gate.ts';

/**
 * Ends the button's spinner and marks what was picked. Best effort: never rejects, and does nothing while the gate is shut, for
 * the answer in words matters more.
 */
export async function acknowledgePress(api: Api, gate: SendGate, update: Update): Promise<void> {
  const press = update.callback_query;
  if (!press || gate.shutFor() > 0) return;
  try {
    await api.answerCallbackQuery(press.id);
    await markPress(api, press);
  } catch (error) {
    if (!(error instanceof GrammyError)) return;
    const failure = failureOf(error);
    if (failure.kind === 'flood') gate.shut(failure.afterMs);
  }
}

async function markPress(api: Api, { message, data }: NonNullable<Update['callback_query']>): Promise<void> {
  if (!message || !data || !('reply_markup' in message) || !message.reply_markup) return;
  // In a group the same buttons are still somebody else's to press.
  if (message.chat.type !== 'private') return;
  const rows = markPicked(message.reply_markup.inline_keyboard, data);
  if (!rows) return;
  await api.editMessageReplyMarkup(message.chat.id, message.message_id, { reply_markup: { inline_keyboard: rows } });
}
