import type { IdempotencyKey } from '../../../src/channel/adapter.ts';
import { degrade } from '../../../src/channel/degrade.ts';
import type { ConversationId } from '../../../src/channel/ids.ts';
import type { InboundContent } from '../../../src/channel/inbound.ts';
import type { Message } from '../../../src/channel/message.ts';
import { partsWithOrigin } from '../../../src/channel/part-origin.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import type { TranscriptEntry } from '../../../src/runtime/transcript.ts';
import { capabilitiesIn, lossesShown } from './preview.ts';

/** What a page is told, one server-sent event each. */
export type Frame =
  /** A whole turn as the transcript has it. Its number is the event's id: what the page has seen up to. */
  | { readonly event: 'turn'; readonly turn: TurnFrame }
  /** A part that no transcript has (yet). */
  | { readonly event: 'part'; readonly part: PartFrame }
  | { readonly event: 'typing' }
  /** What an answer is going to be, whole each time; gone with the next part or turn. */
  | { readonly event: 'draft'; readonly text: string }
  /** Everything there is has been sent. `earlier`: there are older turns that were left out. */
  | { readonly event: 'ready'; readonly earlier: boolean; readonly empty: boolean }
  /** The conversation is not the one the page has on its screen: begin anew. */
  | { readonly event: 'reset' };

export interface TurnFrame {
  readonly turn: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What the visitor did; `id` is the page's own. */
  readonly inbound: { readonly id: string; readonly content: InboundContent } | null;
  readonly parts: readonly PartFrame[];
}

export interface PartFrame {
  readonly key: IdempotencyKey;
  /** Where it belongs: turn, message, part; the page puts parts in this order. */
  readonly place: Place;
  readonly part: RenderedPart;
  /** Only of a pushed part: in a turn, `inbound` says it. */
  readonly inReplyTo?: string | null;
  /** Only in a preview: what the message lost on the channel that is previewed, in words. */
  readonly losses?: readonly string[];
}

export type Place = readonly [turn: number, index: number, part: number];

/** `locale`: how prices are written where they became words. */
export function turnFrame(conversation: ConversationId, entry: TranscriptEntry, locale: string): TurnFrame {
  return {
    turn: entry.turn,
    at: entry.at,
    inbound: entry.inbound && { id: entry.inboundId, content: entry.inbound },
    parts: entry.outbound.flatMap((message, index) =>
      partFrames(message, { conversation, locale, at: [entry.turn, index] }),
    ),
  };
}

interface MessagePlace {
  readonly conversation: ConversationId;
  readonly locale: string;
  readonly at: readonly [turn: number, index: number];
}

/** The keys are those under which the runtime delivers the same parts: what came by push is known again in the history. */
function partFrames(message: Message, { conversation, locale, at }: MessagePlace): PartFrame[] {
  const degraded = degrade(message, capabilitiesIn(conversation), { locale });
  return partsWithOrigin(message, degraded).map(({ part, origin }, number) => {
    const place: Place = [...at, number];
    return { key: [conversation, ...place].join(':'), place, part, ...lossesShown(conversation, origin) };
  });
}

/** The place that a key names, or `null` when it was not made of one. */
export function placeOf(key: IdempotencyKey): Place | null {
  const [, turn, index, part] = /:(\d+):(\d+):(\d+)$/u.exec(key) ?? [];
  return turn === undefined ? null : [Number(turn), Number(index), Number(part)];
}

export function serialised(frame: Frame): string {
  switch (frame.event) {
    case 'turn':
      return `id: ${frame.turn.turn}\n${event('turn', frame.turn)}`;
    case 'part':
      return event('part', frame.part);
    case 'typing':
      return event('typing', {});
    case 'draft':
      return event('draft', { text: frame.text });
    case 'ready':
      return event('ready', { earlier: frame.earlier, empty: frame.empty });
    case 'reset':
      return event('reset', {});
  }
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A comment: keeps proxies from closing a quiet connection, and lets the page notice a dead one. */
export const heartbeat = ': still here\n\n';
