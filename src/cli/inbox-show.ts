import colours from 'picocolors';
import { harmless } from '../../adapters/channels/terminal/spans.ts';
import { deskEvent } from '../care/desk.ts';
import type { ConversationId } from '../channel/ids.ts';
import { inboundWords } from '../channel/inbound-words.ts';
import { answerables, type Message } from '../channel/message.ts';
import { plainText } from '../channel/rich-text.ts';
import { type Source, sourcesOf } from '../customer/source.ts';
import { type MediaRecord, mediaRecords } from '../media/media-record.ts';
import { createTranscript } from '../runtime/message-record.ts';
import { type Reach, reachOf } from '../runtime/reach.ts';
import type { TranscriptEntry } from '../runtime/transcript.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Store } from '../storage/store.ts';
import { ago } from './ago.ts';
import { findConversation } from './inbox-find.ts';

const turns = 30;

/** `where` says where a kept file is found. */
export async function showConversation(
  { store, where }: { readonly store: Store; readonly where: (file: string) => string },
  wanted: string,
): Promise<string> {
  const { id, conversation } = await findConversation(store, wanted);
  const entries = await createTranscript(store).last(id, turns);
  const files = await filesOf(store, id, entries);
  const waiting = conversation.inbox.length;
  const more = waiting === 0 ? '' : colours.dim(`${waiting} more came in and wait for the shop to run.\n`);
  const came = sourceLine((await store.get('customer', conversation.customer))?.body ?? null);
  const reach = await reachOf(store, id);
  const lines = entries.map(
    (entry) => entryLines(entry, fileLine(files.get(entry.inboundId), where)) + reachLine(entry.turn, entries, reach),
  );
  return `${colours.bold(id)}\n${came}\n${lines.join('')}${more}`;
}

function filesOf(store: Store, conversation: ConversationId, entries: readonly TranscriptEntry[]) {
  const sent = entries.filter(({ inbound }) => inbound?.type === 'media').map(({ inboundId }) => inboundId);
  return mediaRecords(store, conversation, sent);
}

/** Where a person finds what was sent, and why it was not read. */
function fileLine(record: MediaRecord | undefined, where: (file: string) => string): string {
  if (!record) return '';
  const { file, mediaType, bytes, reason } = record;
  const place = file === null ? 'not kept' : `${where(file)} (${mediaType}, ${Math.ceil((bytes ?? 0) / 1024)} KB)`;
  return `    ${colours.dim(reason === null ? place : `${place}; not read: ${reason}`)}\n`;
}

/** Below the last answer that has come so far, as the platform tells; nothing where it tells nothing. */
function reachLine(turn: number, entries: readonly TranscriptEntry[], { delivered, read }: Reach): string {
  const last = (reached: number) =>
    entries.findLast((entry) => entry.turn <= reached && entry.outbound.length > 0)?.turn;
  if (turn === last(read)) return `    ${colours.dim('seen by the shopper up to here')}\n`;
  return turn === last(delivered) ? `    ${colours.dim('delivered up to here')}\n` : '';
}

function entryLines({ at, inbound, inboundId, outbound }: TranscriptEntry, file: string): string {
  const clock = colours.dim(new Date(at).toLocaleString());
  const said = inbound === null ? '' : `${clock}  ${colours.green('Shopper')}  ${harmless(inboundWords(inbound))}\n`;
  const who = inboundId.startsWith(deskEvent) ? colours.yellow('Desk') : colours.cyan('Parley');
  return said + file + outbound.map((message) => `${clock}  ${who}  ${harmless(messageWords(message))}\n`).join('');
}

function messageWords(message: Message): string {
  const labels = answerables(message).map(({ label }) => `[${label}]`);
  const lines = message.type === 'receipt' ? message.lines.map(({ quantity, title }) => `${quantity} × ${title}`) : [];
  return [plainText(message.text), ...lines, ...labels].filter((words) => words !== '').join(' ');
}

/** Empty for whoever came by themselves, as far as is known. */
function sourceLine(customer: JsonObject | null): string {
  const sources = sourcesOf(customer);
  if (sources === null) return '';
  const { first, last } = sources;
  const back = last.at === first.at ? '' : `, last by ${sourceWords(last)}`;
  return colours.dim(harmless(`Came by ${sourceWords(first)}${back}\n`));
}

function sourceWords({ kind, campaign, link, channel, at }: Source): string {
  const named = link === null ? `${kind} ${campaign}` : `link ${link} (${campaign})`;
  return `${named} on ${channel}, ${ago(at, Date.now())}`;
}
