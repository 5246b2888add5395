import type { ChannelAdapter, RawRequest } from '../../src/channel/adapter.ts';
import { type ChannelHarness, channelAdapterContract } from '../contracts/channel-adapter.ts';
import { signedRequest } from '../fakes/whatsapp-cloud/webhook.ts';
import { addressOf, png, type SetupOptions, scoped, setUp, sheena } from './whatsapp-cloud-setup.ts';

const products = new Map([
  ['1', 'Wool coat'],
  ['2', 'Rain <jacket>'],
]);

channelAdapterContract('whatsapp-cloud', () => openHarness(sheena, {}));
channelAdapterContract('whatsapp-cloud with a catalogue, to somebody without a number', () =>
  openHarness(scoped, { channel: { catalogId: '194836987003835' } }),
);

async function openHarness(person: typeof sheena, options: SetupOptions): Promise<ChannelHarness> {
  const { fake, channel, close } = await setUp({
    ...options,
    fake: { products },
    deps: { openPicture: async () => png() },
  });
  const peer = person.scoped ?? person.number ?? '';
  const id = (message: number) => `wamid.in${message}`;
  return {
    adapter: channel,
    shopper: addressOf(fake, peer),
    text: (message, body) => fake.message(person, id(message), { type: 'text', text: { body } }),
    choice: (message, choice) =>
      fake.message(person, id(message), {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: choice, title: 'A label' } },
      }),
    unreadable: (message) => fake.message(person, id(message), { type: 'unsupported', errors: [{ code: 131051 }] }),
    around: (body) => signedRequest(body, fake.appSecret),
    forged: () => forgeries(fake.message(person, id(1), { type: 'text', text: { body: 'hello' } })),
    shown: async () =>
      fake.screen(peer).map(({ words, choices }) => ({ words, choices: choices.map((choice) => choice.id) })),
    close,
  } satisfies ChannelHarness & { adapter: ChannelAdapter };
}

function forgeries(genuine: RawRequest): readonly RawRequest[] {
  const { 'x-hub-signature-256': signature = '', ...unsigned } = genuine.headers;
  const with256 = (value: string): RawRequest => ({
    ...genuine,
    headers: { ...unsigned, 'x-hub-signature-256': value },
  });
  return [
    { ...genuine, headers: unsigned },
    with256(''),
    with256(signature.replace('sha256=', '')),
    with256(signature.toUpperCase()),
    with256(`${signature.slice(0, -1)}${signature.endsWith('0') ? '1' : '0'}`),
    { ...genuine, body: Buffer.concat([genuine.body, Buffer.from(' ')]) },
    signedRequest(genuine.body, 'another secret'),
    { ...genuine, method: 'PUT' },
  ];
}
