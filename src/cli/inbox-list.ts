import colours from 'picocolors';
import { harmless } from '../../adapters/channels/terminal/spans.ts';
import { type DeskConversation, latestConversations, waitingConversations } from '../care/waiting.ts';
import type { InboundContent } from '../channel/inbound.ts';
import { createTranscript } from '../runtime/message-record.ts';
import type { Store } from '../storage/store.ts';
import { ago } from './ago.ts';
import { latestShown } from './inbox-find.ts';
import { shortNumber } from './short-number.ts';

export async function listConversations(store: Store, all: boolean): Promise<string> {
  const found = all ? await latestConversations(store, latestShown) : await waitingConversations(store);
  if (found.length === 0) return all ? 'Nobody has written yet.\n' : 'Nobody waits.\n';
  const rows = await Promise.all(found.map((one) => row(store, one, Date.now())));
  return `${rows.join('\n')}\n\n${colours.dim('parley inbox show NUMBER · answer NUMBER "…" · give-back NUMBER')}\n`;
}

async function row(store: Store, { id, conversation }: DeskConversation, now: number): Promise<string> {
  const { handoffSince, handoffReason, name, channel, updatedAt } = conversation;
  const since = handoffSince === null ? `wrote ${ago(updatedAt, now)}` : `waits since ${ago(handoffSince, now)}`;
  const reason = handoffReason ? ` · ${oneLine(handoffReason)}` : '';
  const head = `${colours.bold(shortNumber(id))}  ${oneLine(name ?? 'unknown')} · ${channel} · ${since}${reason}`;
  return `${head}\n      ${colours.dim(id)}\n      ${await lastWords(store, id)}`;
}

const lookedAt = 10;

async function lastWords(store: Store, id: DeskConversation['id']): Promise<string> {
  const entries = await createTranscript(store).last(id, lookedAt);
  const said = entries.flatMap(({ inbound }) => (inbound ? wordsOf(inbound) : []));
  return `“${oneLine(said.at(-1) ?? '…')}”`;
}

/** What a shopper said, in words. */
export function wordsOf(content: InboundContent): string {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'choice':
      return `[${content.label ?? content.id}]`;
    case 'location':
      return `[place ${content.latitude}, ${content.longitude}]`;
    case 'contact':
      return `[contact ${content.name ?? content.phone}]`;
    case 'opened':
      return '[opened the chat]';
    case 'unsupported':
      return `[${content.what}]`;
  }
}

const longest = 120;

function oneLine(text: string): string {
  const line = harmless(text).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
