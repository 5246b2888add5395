import type { RawRequest } from '../../src/channel/adapter.ts';
import { type ChannelHarness, channelAdapterContract } from '../contracts/channel-adapter.ts';
import { hmacToken, signedToken, signingKey, unsignedToken } from '../fakes/teams/keys.ts';
import { shownOf } from '../fakes/teams/shown.ts';
import { activity, annsChat, around, chat, posted, setUp, typed } from './teams-setup.ts';

channelAdapterContract('teams', openHarness);

async function openHarness(): Promise<ChannelHarness> {
  const { fake, channel } = await setUp();
  const message = (id: number, instead: object): RawRequest =>
    posted(fake, activity(fake, { id: `${1_790_000_000_000 + id}`, ...instead }));
  const stranger = signingKey(fake.key.kid);
  await channel.prepare?.(message(0, { text: 'hello' }));
  return {
    adapter: channel,
    shopper: annsChat(fake),
    text: (id, text) => message(id, { text: typed(text) }),
    choice: (id, choice) => message(id, { value: { choice, label: 'A label' }, replyToId: '1789' }),
    unreadable: (id) => message(id, { attachments: [{ contentType: 'reference', contentUrl: 'https://x.example/a' }] }),
    around: (body) => around(fake, body),
    forged: () =>
      [
        null,
        'Bearer garbage',
        `Bearer ${signedToken(stranger, fake.claims())}`,
        `Bearer ${hmacToken(fake.key, fake.claims())}`,
        `Bearer ${unsignedToken(fake.key, fake.claims())}`,
        fake.authorization({ aud: 'somebody-else' }),
      ].map((authorization) => posted(fake, activity(fake, { text: 'hello' }), authorization)),
    shown: async () => fake.sent(chat).map((each) => shownOf(each.activity)),
    close: fake.close,
  };
}
