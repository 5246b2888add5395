import type { RawRequest } from '../../src/channel/adapter.ts';
import { setUp } from '../channels/telegram-setup.ts';
import type { WebhookHarness } from '../contracts/webhook.ts';

/** Every channel with a webhook. */
export const webhookChannels: Readonly<Record<string, () => Promise<WebhookHarness>>> = { telegram: openTelegram };

async function openTelegram(): Promise<WebhookHarness> {
  const secretToken = 'a-secret-only-for-the-webhook';
  const { channel, close } = await setUp({ channel: { secretToken } });
  const request = (body: Uint8Array, secret: string): RawRequest => ({
    method: 'POST',
    url: '',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body,
  });
  const from = { id: 4711, is_bot: false, first_name: 'Ann' };
  const chat = { id: 4711, type: 'private', first_name: 'Ann' };
  return {
    adapter: { ...channel, webhook: channel.webhook ?? { path: '/webhooks/telegram' } },
    isSigned: false,
    body: ({ number, text, at }) => ({
      update_id: number,
      message: { message_id: number, from, chat, date: at, text },
    }),
    around: (body) => request(body, secretToken),
    forged: (body) =>
      ['', 'wrong', secretToken.slice(0, -1), `${secretToken}x`, secretToken.toUpperCase()].map((secret) =>
        request(body, secret),
      ),
    close,
  };
}
