import { type Api, GrammyError } from 'grammy';
import { failureOf } from './failure.ts';
import { markPicked, type Rows } from './keyboard.ts';
import { isGroup } from './peer.ts';
import type { SendGate } from './send-gate.ts';
import type { Press } from './update-schema.ts';

/**
 * Ends the button's spinner and marks what was picked. Best effort: never rejects, and does nothing while the gate is shut, for
 * the answer in words matters more.
 */
export async function acknowledgePress(api: Api, gate: SendGate, press: Press): Promise<void> {
  const chat = press.message?.chat.id ?? press.from.id;
  if (gate.shutFor(chat) > 0) return;
  try {
    await api.answerCallbackQuery(press.id);
    await markPress(api, press);
  } catch (error) {
    if (!(error instanceof GrammyError)) return;
    const failure = failureOf(error);
    if (failure.kind === 'flood') gate.shut(chat, failure.afterMs);
  }
}

async function markPress(api: Api, { message, data }: Press): Promise<void> {
  if (!message?.reply_markup || !data) return;
  // In a group the same buttons are still somebody else's to press.
  if (isGroup(message.chat)) return;
  const rows = markPicked(message.reply_markup.inline_keyboard as unknown as Rows, data);
  if (!rows) return;
  await api.editMessageReplyMarkup(message.chat.id, message.message_id, { reply_markup: { inline_keyboard: rows } });
}
