import type { RawRequest } from '../../src/channel/adapter.ts';
import * as teams from '../channels/teams-setup.ts';
import * as telegram from '../channels/telegram-setup.ts';
import * as whatsapp from '../channels/whatsapp-cloud-setup.ts';
import type { WebhookHarness } from '../contracts/webhook.ts';
import { hmacToken, signedToken, signingKey, unsignedToken } from '../fakes/teams/keys.ts';
import { signedRequest } from '../fakes/whatsapp-cloud/webhook.ts';

/** Every channel with a webhook. */
export const webhookChannels: Readonly<Record<string, () => Promise<WebhookHarness>>> = {
  telegram: openTelegram,
  'whatsapp-cloud': openWhatsapp,
  teams: openTeams,
};

async function openTelegram(): Promise<WebhookHarness> {
  const secretToken = 'a-secret-only-for-the-webhook';
  const { channel, close } = await telegram.setUp({ channel: { secretToken, publicUrl: 'https://shop.example' } });
  const request = (body: Uint8Array, secret: string): RawRequest => ({
    method: 'POST',
    url: '',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body,
  });
  const from = { id: 4711, is_bot: false, first_name: 'Ann' };
  const chat = { id: 4711, type: 'private', first_name: 'Ann' };
  const wrong = ['', 'wrong', secretToken.slice(0, -1), `${secretToken}x`, secretToken.toUpperCase()];
  return {
    adapter: channel,
    isSigned: false,
    body: ({ number, text, at }) => ({
      update_id: number,
      message: { message_id: number, from, chat, date: at, text },
    }),
    around: (body) => request(body, secretToken),
    forged: (body) => wrong.map((secret) => request(body, secret)),
    close,
  };
}

async function openWhatsapp(): Promise<WebhookHarness> {
  const { fake, channel, close } = await whatsapp.setUp();
  const around = (body: Uint8Array) => signedRequest(body, fake.appSecret);
  return {
    adapter: channel,
    isSigned: true,
    body({ number, text, at }) {
      const content = { type: 'text', text: { body: text } };
      const { body } = fake.message(whatsapp.sheena, `wamid.in${number}`, content);
      return JSON.parse(Buffer.from(body).toString(), (key, value) => (key === 'timestamp' ? `${at}` : value));
    },
    around,
    forged(body) {
      const { 'x-hub-signature-256': signature = '', ...headers } = around(body).headers;
      const wrong = [
        '',
        'sha256=',
        signature.replace('sha256=', ''),
        signature.toUpperCase(),
        `${signature.slice(0, -1)}g`,
      ];
      const signedAs = (value: string) => ({ ...around(body), headers: { ...headers, 'x-hub-signature-256': value } });
      return [...wrong.map(signedAs), signedRequest(body, 'another secret')];
    },
    close,
  };
}

async function openTeams(): Promise<WebhookHarness> {
  const { fake, channel } = await teams.setUp();
  const stranger = signingKey(fake.key.kid);
  return {
    adapter: channel,
    isSigned: false,
    body: ({ number, text, at }) =>
      teams.activity(fake, { id: `${1_790_000_000_000 + number}`, text, timestamp: new Date(at * 1000).toISOString() }),
    around: (body) => teams.around(fake, body),
    forged: (body) =>
      [
        'Bearer garbage',
        `Bearer ${signedToken(stranger, fake.claims())}`,
        `Bearer ${hmacToken(fake.key, fake.claims())}`,
        `Bearer ${unsignedToken(fake.key, fake.claims())}`,
        fake.authorization({ aud: 'somebody-else' }),
      ].map((authorization) => teams.around(fake, body, authorization)),
    close: fake.close,
  };
}
