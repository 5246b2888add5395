import { onTestFinished } from 'vitest';
import type { WhatsappCloudConfig, WhatsappCloudDeps } from '../../adapters/channels/whatsapp-cloud/settings.ts';
import { createWhatsappCloudChannel } from '../../adapters/channels/whatsapp-cloud/whatsapp-cloud-channel.ts';
import type { ChannelAdapter, Delivery, RawRequest } from '../../src/channel/adapter.ts';
import type { Address } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import {
  type FakeWhatsapp,
  type FakeWhatsappConfig,
  startFakeWhatsapp,
} from '../fakes/whatsapp-cloud/fake-whatsapp.ts';
import type { Person } from '../fakes/whatsapp-cloud/webhook.ts';
import { type LogLine, recordingLog } from './telegram-setup.ts';

export interface Setup {
  readonly fake: FakeWhatsapp;
  readonly channel: ChannelAdapter;
  readonly log: readonly LogLine[];
  told(code: string): Promise<LogLine>;
  close(): Promise<void>;
}

export interface SetupOptions {
  readonly fake?: FakeWhatsappConfig;
  readonly channel?: Partial<WhatsappCloudConfig>;
  readonly deps?: Partial<WhatsappCloudDeps>;
}

export const verifyToken = 'words-of-our-own-for-meta';
export const sheena: Person = { number: '16505551234', name: 'Sheena Nelson' };
export const scoped: Person = { scoped: 'US.13491208655302741918', name: 'Lucía' };

/** The real adapter before the fake Graph API. */
export async function setUp(options: SetupOptions = {}): Promise<Setup> {
  const fake = await startFakeWhatsapp(options.fake);
  const { log, lines, told } = recordingLog();
  const channel = channelAt(fake, { ...options, deps: { log, ...options.deps } });
  return { fake, channel, log: lines, told, close: fake.close };
}

export function channelAt(fake: FakeWhatsapp, { channel = {}, deps = {} }: SetupOptions): ChannelAdapter {
  const { token, apiRoot, phoneNumberId, appSecret } = fake;
  const config = { token, apiRoot, phoneNumberId, appSecret, verifyToken, ...channel };
  return createWhatsappCloudChannel(config, { log: recordingLog().log, ...deps });
}

export function addressOf({ phoneNumberId }: Pick<FakeWhatsapp, 'phoneNumberId'>, peer: string): Address {
  return { channel: 'whatsapp-cloud', account: phoneNumberId, peer };
}

export function only({ channel }: Pick<Setup, 'channel'>, request: RawRequest): InboundEvent {
  const [event, ...others] = channel.parse(request);
  if (!event || others.length > 0) throw new Error(`${others.length + (event ? 1 : 0)} events`);
  return event;
}

/** The smallest PNG that has a header; nobody decodes it. */
export function png(mark = 1): Uint8Array {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(25, mark)]);
}

export const day = 24 * 60 * 60_000;
export const sheenasId = sheena.number ?? '';

/** As `setUp`, closed with the test, and with a delivery that makes its own keys. */
export async function openSetup(options: SetupOptions = {}) {
  const setup = await setUp(options);
  const { fake, channel } = setup;
  onTestFinished(setup.close);
  let keys = 0;
  const deliver = (part: RenderedPart, given: Partial<Delivery> & { peer?: string } = {}) => {
    const { peer = sheenasId, ...delivery } = given;
    keys += 1;
    const usual = { key: `k:${keys}:0:0`, inReplyTo: null, heardAt: Date.now() };
    return channel.deliver(part, addressOf(fake, peer), { ...usual, ...delivery });
  };
  return { ...setup, deliver, words: () => fake.screen(sheenasId).map((seen) => seen.words) };
}

export function textPart(words: string): RenderedPart {
  return { type: 'text', text: [words] };
}
