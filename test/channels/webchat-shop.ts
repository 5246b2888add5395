import pino from 'pino';
import type { WebchatClock } from '../../adapters/channels/webchat/clock.ts';
import {
  createWebchat,
  type Webchat,
  type WebchatLimits,
  type WebchatMedia,
} from '../../adapters/channels/webchat/webchat.ts';
import { servePictures } from '../../adapters/web/pictures.ts';
import { createWebServer, type WebServer } from '../../adapters/web/server.ts';
import type { Receive } from '../../src/channel/adapter.ts';
import { degrade } from '../../src/channel/degrade.ts';
import { type ConversationId, parseConversationId } from '../../src/channel/ids.ts';
import type { InboundContent, InboundEvent } from '../../src/channel/inbound.ts';
import type { Message } from '../../src/channel/message.ts';
import { partsWithOrigin } from '../../src/channel/part-origin.ts';
import type { Transcript, TranscriptEntry } from '../../src/runtime/transcript.ts';

/** What is kept between two servers: the shop's memory. */
export interface Memory {
  readonly transcript: Transcript;
  readonly received: InboundEvent[];
  entries(conversation: ConversationId): TranscriptEntry[];
  /** While true, nothing can be kept: `receive` throws. */
  broken: boolean;
}

export function createMemory(): Memory {
  const kept = new Map<ConversationId, TranscriptEntry[]>();
  const entries = (conversation: ConversationId) => {
    const found = kept.get(conversation) ?? [];
    kept.set(conversation, found);
    return found;
  };
  const transcript: Transcript = {
    after: async (conversation, turn, limit) =>
      entries(conversation)
        .filter((entry) => entry.turn > turn)
        .slice(0, limit),
    last: async (conversation, limit, before = Number.POSITIVE_INFINITY) =>
      entries(conversation)
        .filter((entry) => entry.turn < before)
        .slice(-limit),
  };
  return { transcript, entries, received: [], broken: false };
}

export type Answer = (content: InboundContent) => readonly Message[];

export interface ShopOptions {
  readonly memory?: Memory;
  readonly answer?: Answer;
  readonly clock?: WebchatClock;
  readonly port?: number;
  readonly limits?: Partial<WebchatLimits>;
  readonly pictures?: readonly string[];
  readonly media?: WebchatMedia;
  readonly name?: string;
  readonly secret?: string;
  readonly previews?: boolean;
}

export interface TestShop {
  readonly server: WebServer;
  readonly webchat: Webchat;
  readonly memory: Memory;
  readonly troubles: unknown[];
  /** Keeps a turn like every other process does, without delivering it. */
  say(conversation: ConversationId, ...outbound: Message[]): TranscriptEntry;
}

const silent = pino({ enabled: false });
const secret = 'a secret of the tests, forty characters.';

/** A shop with a small runtime of its own: accept once, answer, keep, deliver. */
export async function createShop(options: ShopOptions = {}): Promise<TestShop> {
  const memory = options.memory ?? createMemory();
  const troubles: unknown[] = [];
  const { clock, limits, media } = options;
  const webchat = createWebchat(
    {
      account: 'test',
      shop: options.name ?? 'Test Shop',
      secret: options.secret ?? secret,
      locale: 'en-US',
      ...(options.previews === undefined ? {} : { previews: options.previews }),
      ...(limits ? { limits } : {}),
    },
    {
      transcript: memory.transcript,
      onTrouble: (error) => troubles.push(error),
      ...(clock ? { clock } : {}),
      ...(media ? { media } : {}),
    },
  );
  const server = createWebServer(
    { host: '127.0.0.1', port: options.port ?? 0 },
    { log: silent, health: () => ({ healthy: !memory.broken }) },
  );
  await server.app.register(webchat.routes(receiver(webchat, memory, options.answer ?? echo)));
  await servePictures(server.app, options.pictures ?? []);
  const say = (conversation: ConversationId, ...outbound: Message[]) => keepTurn(memory, conversation, { outbound });
  return { server, webchat, memory, troubles, say };
}

const echo: Answer = (content) =>
  content.type === 'text'
    ? [{ type: 'text', text: [`You said: ${content.text}`] }]
    : [{ type: 'text', text: ['Hello!'] }];

function receiver(webchat: Webchat, memory: Memory, answer: Answer): Receive {
  return async (event) => {
    if (memory.broken) throw new Error('the disk is full');
    if (memory.received.some((other) => other.id === event.id && other.conversation === event.conversation)) {
      return 'duplicate';
    }
    memory.received.push(event);
    const entry = keepTurn(memory, event.conversation, { event, outbound: answer(event.content) });
    setImmediate(() => void deliverTurn(webchat, event.conversation, entry));
    return 'accepted';
  };
}

interface Kept {
  readonly event?: InboundEvent;
  readonly outbound: readonly Message[];
}

function keepTurn(memory: Memory, conversation: ConversationId, { event, outbound }: Kept): TranscriptEntry {
  const entries = memory.entries(conversation);
  const turn = entries.length + 1;
  const entry: TranscriptEntry = {
    turn,
    at: event?.at ?? 1_700_000_000_000,
    inbound: event?.content ?? null,
    inboundId: event?.id ?? '',
    outbound,
  };
  entries.push(entry);
  return entry;
}

/** As the runtime does: every part of every message, one at a time, each under its key. */
export async function deliverTurn(
  webchat: Webchat,
  conversation: ConversationId,
  entry: TranscriptEntry,
): Promise<void> {
  const to = parseConversationId(conversation);
  if (!to) throw new Error('not a conversation');
  for (const [index, message] of entry.outbound.entries()) {
    const capabilities = webchat.adapter.capabilitiesFor?.(to) ?? webchat.adapter.capabilities;
    for (const [number, { part, origin }] of partsWithOrigin(message, degrade(message, capabilities)).entries()) {
      const key = `${conversation}:${entry.turn}:${index}:${number}`;
      await webchat.adapter.deliver(part, to, { key, inReplyTo: entry.inboundId, origin });
    }
  }
}
