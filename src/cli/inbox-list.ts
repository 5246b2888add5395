import colours from 'picocolors';
import { harmless } from '../../adapters/channels/terminal/spans.ts';
import { type DeskConversation, latestConversations, waitingConversations } from '../care/waiting.ts';
import { inboundWords } from '../channel/inbound-words.ts';
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
  const said = entries.flatMap(({ inbound }) => (inbound ? inboundWords(inbound) : []));
  return `“${oneLine(said.at(-1) ?? '…')}”`;
}

const longest = 120;

function oneLine(text: string): string {
  const line = harmless(text).replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
