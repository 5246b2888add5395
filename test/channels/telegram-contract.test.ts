import type { Message } from 'grammy/types';
import type { RawRequest } from '../../src/channel/adapter.ts';
import { type ChannelHarness, channelAdapterContract } from '../contracts/channel-adapter.ts';
import { png, privateChat, setUp } from './telegram-setup.ts';

const secretToken = 'a-secret-only-for-the-webhook';
const shopperId = 4711;

channelAdapterContract('telegram', openHarness);

async function openHarness(): Promise<ChannelHarness> {
  const { fake, channel, close } = await setUp({
    channel: { secretToken, paymentToken: '284685063:TEST:NzAxNTFkODIwZDVk' },
    deps: { openPicture: async () => png(), approveCheckout: async () => ({ ok: true }) },
  });
  fake.sendText(shopperId, '/start');
  return {
    adapter: channel,
    shopper: privateChat(fake, shopperId),
    text: (message, text) => posted({ message: { ...said(message), text } }),
    choice: (message, data) => posted({ callback_query: pressed(message, data) }),
    unreadable: (message) => posted({ message: { ...said(message), dice: { emoji: '🎲', value: 4 } } }),
    around: (body) => request(body, secretToken),
    forged: () =>
      ['', 'wrong', secretToken.slice(0, -1), `${secretToken}x`].map((secret) => request(new Uint8Array(), secret)),
    shown: async () =>
      fake.sent(shopperId).map(({ message }) => ({ words: wordsOf(message), choices: choicesOf(message) })),
    close,
  };
}

const person = { id: shopperId, is_bot: false, first_name: 'Ann', language_code: 'de' };

function said(message: number) {
  const chat = { id: shopperId, type: 'private', first_name: 'Ann' };
  return { message_id: message, from: person, chat, date: 1_790_000_000 };
}

function pressed(message: number, data: string) {
  const below = { ...said(message), reply_markup: { inline_keyboard: [[{ text: 'A label', callback_data: data }]] } };
  return { id: `99${message}`, from: person, message: below, chat_instance: '-1', data };
}

function posted(update: object): RawRequest {
  return request(Buffer.from(JSON.stringify({ update_id: 5, ...update })), secretToken);
}

function request(body: Uint8Array, secret: string): RawRequest {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  return { method: 'POST', url: '/telegram', headers, body };
}

function wordsOf(message: Message): string {
  const labels = message.reply_markup?.inline_keyboard.flat().map((button) => button.text) ?? [];
  const { title, description } = message.invoice ?? { title: '', description: '' };
  return [message.text ?? message.caption ?? '', description, title, ...labels].join('\n');
}

function choicesOf(message: Message): readonly string[] {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
}
