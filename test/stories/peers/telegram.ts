import { createServer } from 'node:net';
import type { Update } from 'grammy/types';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../../fakes/telegram/fake-telegram.ts';
import type { Environment } from '../own-process.ts';
import type { ChannelPeer } from './channel-peer.ts';

const chat = 4711;

/** A person on Telegram, whose bot is posted to. The real client is grammY, in the shop. */
export function openTelegramPeer(_options: { readonly data: string }): Promise<ChannelPeer> {
  return openPeer(postedTo);
}

/** The same person; the bot polls. */
export function openPolledTelegramPeer(_options: { readonly data: string }): Promise<ChannelPeer> {
  return openPeer(async () => ({}));
}

/** Where Telegram is to post must be known before the shop is open. */
async function postedTo(): Promise<Environment> {
  const port = await freePort();
  return { PARLEY_PORT: port, PARLEY_PUBLIC_URL: `http://127.0.0.1:${port}`, TELEGRAM_WEBHOOK: 'yes' };
}

async function openPeer(more: () => Promise<Environment>): Promise<ChannelPeer> {
  const fake = await startFakeTelegram();
  const listening = await more();
  const byWebhook = 'TELEGRAM_WEBHOOK' in listening;
  const method = byWebhook ? 'setWebhook' : 'getUpdates';
  let calls = 0;
  let last: Update | undefined;
  const remember = (): void => {
    last = fake.pending().at(-1);
  };
  return {
    environment: { ...listening, TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.apiRoot },
    connect: async () => {
      await fake.until(() => (byWebhook ? fake.calls(method) > calls : fake.isPolled()), 30_000);
      calls = fake.calls(method);
    },
    says: async (text) => {
      fake.sendText(chat, text);
      remember();
    },
    picks: async (label) => {
      pick(fake, label);
      remember();
    },
    again: async () => {
      if (last) fake.update(last);
    },
    takesNoKey: true,
    seen: async () => fake.sent(chat).map(wordsOf),
    close: fake.close,
  };
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `${address.port}`;
}

/** A button bears the label, or its number and its beginning. */
function pick(fake: FakeTelegram, label: string): void {
  const sent = fake.sent(chat);
  const buttons = sent.flatMap((one) => buttonsOf(one).map((button) => ({ ...button, id: one.message.message_id })));
  const found =
    buttons.findLast(({ text }) => bare(text) === label) ??
    buttons.findLast(({ text }) => bare(text).startsWith(label));
  if (found) {
    fake.press(chat, found.id, found.data);
    return;
  }
  const numbered = sent.flatMap(({ message }) => [...(message.text ?? '').matchAll(/^(\d+)\. (.*)$/gmu)]);
  const number = numbered.findLast(([, , words]) => words?.startsWith(label))?.[1];
  if (number === undefined) throw new Error(`“${label}” is not to be seen, but: ${sent.map(wordsOf).join('\n')}`);
  fake.sendText(chat, number);
}

function bare(label: string): string {
  return label.replace(/^✓ /u, '').replace(/^\d+\. /u, '');
}

function buttonsOf({ message }: SentMessage): readonly { readonly text: string; readonly data: string }[] {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.flatMap((button) =>
    'callback_data' in button ? [{ text: button.text, data: button.callback_data }] : [],
  );
}

function wordsOf(sent: SentMessage): string {
  const { text, caption } = sent.message;
  return [text ?? caption ?? '', ...buttonsOf(sent).map((button) => bare(button.text))].join('\n');
}
