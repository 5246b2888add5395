import type { TelegramConfig, TelegramDeps } from '../../adapters/channels/telegram/settings.ts';
import { createTelegramChannel } from '../../adapters/channels/telegram/telegram-channel.ts';
import type { ChannelAdapter, Receive, Stop } from '../../src/channel/adapter.ts';
import { type Address, parseConversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import type { LogFields } from '../../src/runtime/log.ts';
import { type FakeTelegram, type FakeTelegramConfig, startFakeTelegram } from '../fakes/telegram/fake-telegram.ts';
import { createWatch } from '../fakes/telegram/watch.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly fields: LogFields;
}

export interface Setup {
  readonly fake: FakeTelegram;
  readonly channel: ChannelAdapter;
  readonly log: readonly LogLine[];
  /** Resolves once the log has a line with this code. */
  told(code: string): Promise<LogLine>;
  close(): Promise<void>;
}

export interface SetupOptions {
  readonly fake?: FakeTelegramConfig;
  readonly channel?: Partial<TelegramConfig>;
  readonly deps?: Partial<TelegramDeps>;
}

/** The real adapter before the fake Telegram. */
export async function setUp(options: SetupOptions = {}): Promise<Setup> {
  const fake = await startFakeTelegram(options.fake);
  const { log, lines, told } = recordingLog();
  return {
    fake,
    channel: channelAt(fake, { ...options, deps: { log, ...options.deps } }),
    log: lines,
    told,
    close: fake.close,
  };
}

export function channelAt(fake: FakeTelegram, { channel = {}, deps = {} }: SetupOptions): ChannelAdapter {
  const config = { token: fake.token, apiRoot: fake.apiRoot, pollSeconds: 5, ...channel };
  return createTelegramChannel(config, { log: recordingLog().log, ...deps });
}

export function recordingLog() {
  const lines: LogLine[] = [];
  const watch = createWatch();
  const at =
    (level: LogLine['level']) =>
    (code: string, fields: LogFields = {}) => {
      lines.push({ level, code, fields });
      watch.look();
    };
  const told = (code: string) => watch.until(() => lines.find((line) => line.code === code));
  return { lines, told, log: { info: at('info'), warn: at('warn'), error: at('error') } };
}

function addressOf(event: InboundEvent): Address {
  const address = parseConversationId(event.conversation);
  if (!address) throw new Error('not a conversation id');
  return address;
}

export function privateChat(fake: FakeTelegram, chat: number): Address {
  return { channel: 'telegram', account: String(fake.bot.id), peer: String(chat) };
}

export interface Listening {
  readonly events: readonly InboundEvent[];
  readonly stop: Stop;
}

/** The smallest runtime: remembers ids, answers each event with parts. */
export async function answering(
  channel: ChannelAdapter,
  answer: (event: InboundEvent) => readonly RenderedPart[],
): Promise<Listening> {
  const events: InboundEvent[] = [];
  const seen = new Set<string>();
  const receive: Receive = async (event) => {
    if (seen.has(event.id)) return 'duplicate';
    seen.add(event.id);
    events.push(event);
    for (const [index, part] of answer(event).entries()) {
      const key = `${event.conversation}:${events.length}:${index}:0`;
      const receipt = await channel.deliver(part, addressOf(event), { key, inReplyTo: event.id });
      if (receipt.result !== 'delivered') throw new Error(receipt.reason);
    }
    return 'accepted';
  };
  return { events, stop: await listenTo(channel, receive) };
}

export async function listenTo(channel: ChannelAdapter, receive: Receive): Promise<Stop> {
  if (!channel.listen) throw new Error('the channel does not listen');
  return channel.listen(receive);
}

/** The smallest PNG of this size that has a header; nobody decodes it. */
export function png(width = 8, height = 8): Uint8Array {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([head, size, Buffer.alloc(17)]);
}
