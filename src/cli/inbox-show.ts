import colours from 'picocolors';
import { harmless } from '../../adapters/channels/terminal/spans.ts';
import { deskEvent } from '../care/desk.ts';
import { inboundWords } from '../channel/inbound-words.ts';
import { answerables, type Message } from '../channel/message.ts';
import { plainText } from '../channel/rich-text.ts';
import { createTranscript } from '../runtime/message-record.ts';
import type { TranscriptEntry } from '../runtime/transcript.ts';
import type { Store } from '../storage/store.ts';
import { findConversation } from './inbox-find.ts';

const turns = 30;

export async function showConversation(store: Store, wanted: string): Promise<string> {
  const { id, conversation } = await findConversation(store, wanted);
  const entries = await createTranscript(store).last(id, turns);
  const waiting = conversation.inbox.length;
  const more = waiting === 0 ? '' : colours.dim(`${waiting} more came in and wait for the shop to run.\n`);
  return `${colours.bold(id)}\n\n${entries.map(entryLines).join('')}${more}`;
}

function entryLines({ at, inbound, inboundId, outbound }: TranscriptEntry): string {
  const clock = colours.dim(new Date(at).toLocaleString());
  const said = inbound === null ? '' : `${clock}  ${colours.green('Shopper')}  ${harmless(inboundWords(inbound))}\n`;
  const who = inboundId.startsWith(deskEvent) ? colours.yellow('Desk') : colours.cyan('Parley');
  return said + outbound.map((message) => `${clock}  ${who}  ${harmless(messageWords(message))}\n`).join('');
}

function messageWords(message: Message): string {
  const labels = answerables(message).map(({ label }) => `[${label}]`);
  const lines = message.type === 'receipt' ? message.lines.map(({ quantity, title }) => `${quantity} × ${title}`) : [];
  return [plainText(message.text), ...lines, ...labels].filter((words) => words !== '').join(' ');
}
