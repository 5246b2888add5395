import { createHash } from 'node:crypto';
import { conversationId } from '../../../src/channel/ids.ts';
import type { InboundContent, InboundEvent, Referral } from '../../../src/channel/inbound.ts';
import type { Choice } from '../../../src/channel/message.ts';
import { contentOf } from './contents.ts';
import type { Happening } from './happening.ts';
import { type IncomingMessage, type MessageKey, messageSchema, reactionSchema, voteSchema } from './message-schema.ts';
import { personOf } from './peer.ts';

/** What this process remembers, and the page does not tell. */
export interface Known {
  readonly account: string;
  /** The shop's own address, once it is linked. */
  readonly me: string | null;
  /** Epoch milliseconds, for what has no time of its own. */
  readonly now: number;
  /** What the option of a poll of ours stands for; `null` when it was sent before we started. */
  readonly choiceOf: (poll: string, option: number) => Choice | null;
  /** What a message of ours was delivered with; `null` for what was not sent by us, or long ago. */
  readonly keyOf: (message: string) => string | null;
}

/**
 * The events of what the page tells. Total, and pure but for what `known` looks up: what has no id or no sender gives nothing.
 *
 * Nothing by rule: what the shop's own number wrote, WhatsApp's own account, groups, channels, status, broadcasts; notices about the
 * chat; messages taken back (they may have been answered); an album's cover (its pictures come each); votes taken back and votes on
 * others' polls; edits that change no words; reports on messages that Parley did not send.
 */
export function eventsOf(happening: Happening, known: Known): readonly InboundEvent[] {
  switch (happening.kind) {
    case 'message':
      return messageEvents(happening.message, known);
    case 'edit':
      return editEvents(happening, known);
    case 'undecrypted':
      return undecryptedEvents(happening.message, known);
    case 'reaction':
      return reactionEvents(happening.reaction, known);
    case 'vote':
      return voteEvents(happening.vote, known);
    case 'ack':
      return ackEvents(happening, known);
  }
}

function readMessage(raw: unknown): IncomingMessage | null {
  const read = messageSchema.safeParse(raw);
  return read.success ? read.data : null;
}

interface Heard {
  readonly message: IncomingMessage;
  readonly peer: string;
}

/** A person's message to us. */
function heard(raw: unknown): Heard | null {
  const message = readMessage(raw);
  if (message === null || message.id.fromMe || message.isStatusV3 || message.broadcast) return null;
  const peer = personOf(message.from ?? message.id.remote);
  return peer === null ? null : { message, peer };
}

function messageEvents(raw: unknown, known: Known): readonly InboundEvent[] {
  const from = heard(raw);
  const content = from && contentOf(from.message);
  if (!from || !content) return [];
  return [event(from, known, { id: `message:${from.message.id.id}`, content })];
}

/** As elsewhere, an edit is not taken as a new message: it would answer the question that is open *now*. */
function editEvents({ message, before, after }: Happening & { kind: 'edit' }, known: Known): readonly InboundEvent[] {
  const from = heard(message);
  if (!from || typeof before !== 'string' || typeof after !== 'string') return [];
  if (before === '' || before === after) return [];
  const { id, latestEditSenderTimestampMs: editedAt, type, caption } = from.message;
  // The body of a picture is its thumbnail: that changes without anybody's doing.
  if (type !== 'chat' && caption !== after) return [];
  const which = editedAt ?? createHash('sha256').update(after).digest('hex').slice(0, 12);
  return [event(from, known, { id: `edit:${id.id}:${which}`, content: unsupported('edited message') })];
}

/** Should it be opened after all, it comes as a message of its own. */
function undecryptedEvents(raw: unknown, known: Known): readonly InboundEvent[] {
  const from = heard(raw);
  if (!from) return [];
  const content = unsupported('message that this device cannot open');
  return [event(from, known, { id: `undecrypted:${from.message.id.id}`, content })];
}

function unsupported(what: string): InboundContent {
  return { type: 'unsupported', what };
}

interface Told {
  readonly id: string;
  readonly content: InboundContent;
}

function event({ message, peer }: Heard, known: Known, { id, content }: Told): InboundEvent {
  const { t, notifyName, ctwaContext } = message;
  const referral = referralOf(ctwaContext);
  return {
    ...{ id, conversation: conversationOf(peer, known), at: t === undefined ? known.now : t * 1000, content },
    ...(notifyName ? { sender: { name: notifyName.slice(0, 200) } } : {}),
    ...(referral ? { referral } : {}),
  };
}

function conversationOf(peer: string, { account }: Known) {
  return conversationId({ channel: 'whatsapp-web', account, peer });
}

/** An advertisement that opens a chat ("click to WhatsApp"). */
function referralOf(context: IncomingMessage['ctwaContext']): Referral | null {
  const campaign = context?.sourceId ?? context?.sourceUrl;
  if (!context || !campaign) return null;
  const { title, sourceUrl } = context;
  return { kind: 'ad', campaign, ...(title ? { headline: title } : {}), ...(sourceUrl ? { url: sourceUrl } : {}) };
}

function reactionEvents(raw: unknown, known: Known): readonly InboundEvent[] {
  const read = reactionSchema.safeParse(raw);
  if (!read.success) return [];
  const { id, msgId, senderId, reaction, timestamp } = read.data;
  const peer = chatWith(msgId, senderId);
  if (id.fromMe || peer === null) return [];
  const content: InboundContent = { type: 'reaction', emoji: reaction?.slice(0, 64) || null, to: msgId.id };
  const at = timestamp ? timestamp * 1000 : known.now;
  return [{ id: `reaction:${id.id}`, conversation: conversationOf(peer, known), at, content }];
}

/**
 * The person in whose chat this message is; `null` when it is a group's. A person has two addresses, by number and by id, and may
 * answer under the other one: the chat's is the conversation's.
 */
function chatWith({ remote }: MessageKey, sender: string): string | null {
  const from = personOf(sender);
  return from !== null && remote !== undefined ? personOf(remote) : from;
}

function voteEvents(raw: unknown, known: Known): readonly InboundEvent[] {
  const read = voteSchema.safeParse(raw);
  if (!read.success) return [];
  const { parentMsgKey, voter, selectedOptions, interractedAtTs } = read.data;
  const peer = chatWith(parentMsgKey, voter);
  const [picked] = selectedOptions;
  if (peer === null || personOf(voter) === known.me || !parentMsgKey.fromMe || !picked) return [];
  const choice = picked.localId === undefined ? null : known.choiceOf(parentMsgKey.id, picked.localId);
  const at = interractedAtTs || known.now;
  const content = pickedContent(choice, picked.name);
  return [
    {
      id: `vote:${parentMsgKey.id}:${interractedAtTs ?? picked.localId ?? 0}`,
      conversation: conversationOf(peer, known),
      at,
      content,
    },
  ];
}

/** Polls sent before a restart are not remembered: their words are, and say as much as if they had been typed. */
function pickedContent(choice: Choice | null, name: string | undefined): InboundContent {
  if (choice) return { type: 'choice', id: choice.id, label: choice.label };
  return name === undefined ? unsupported('vote in an old poll') : { type: 'text', text: name };
}

const states = new Map([
  [-1, 'failed'],
  [1, 'sent'],
  [2, 'delivered'],
  [3, 'read'],
  [4, 'read'],
] as const);

function ackEvents({ message: raw, ack }: Happening & { kind: 'ack' }, known: Known): readonly InboundEvent[] {
  const message = readMessage(raw);
  const state = states.get(ack as 1);
  const peer = personOf(message?.id.remote);
  const key = message && known.keyOf(message.id.id);
  if (!message?.id.fromMe || !state || peer === null || !key) return [];
  const reason = state === 'failed' ? { reason: 'WhatsApp could not send it' } : {};
  const content: InboundContent = { type: 'delivery', key, message: message.id.id, state, ...reason };
  return [{ id: `ack:${message.id.id}:${state}`, conversation: conversationOf(peer, known), at: known.now, content }];
}
