import type whatsapp from 'whatsapp-web.js';
import type { Happening } from './happening.ts';
import { messageSchema } from './message-schema.ts';
import { personOf } from './peer.ts';

/** Clocks differ, and a message may have come just while the last one was kept. What is read twice is known by its id. */
const overlapMs = 10 * 60_000;

/** Nobody waits longer than this for an answer; and an answer to a week-old message startles. */
const longestMs = 72 * 3_600_000;

export interface Absence {
  /** Up to when everything is durable, epoch milliseconds. */
  readonly since: number;
  readonly now: number;
}

/** What people wrote while nobody listened, oldest first over all chats. Rejects when the page cannot tell. */
export async function missedWhile({ since, now }: Absence, client: whatsapp.Client): Promise<readonly Happening[]> {
  const from = Math.floor(Math.max(since - overlapMs, now - longestMs) / 1000);
  const missed: unknown[] = [];
  for (const chat of await chatsSince(client, from)) missed.push(...(await messagesSince(client, chat, from)));
  return missed.sort((a, b) => timeOf(a) - timeOf(b)).map((message) => ({ kind: 'message', message }));
}

/**
 * Asked of the page itself: `getChats()` looks into every group over the network, and one that fails makes it fail for all.
 * `t` is when something was last said, in seconds.
 */
async function chatsSince({ pupPage }: whatsapp.Client, from: number): Promise<readonly string[]> {
  const ids: unknown = await pupPage?.evaluate(`window.require('WAWebCollections').Chat.getModelsArray()
    .filter((chat) => chat.t >= ${from}).map((chat) => chat.id._serialized)`);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string' && personOf(id) !== null) : [];
}

async function messagesSince(client: whatsapp.Client, chatId: string, from: number): Promise<readonly unknown[]> {
  const chat = await client.getChatById(chatId);
  for (let limit = 50; ; limit *= 4) {
    const found = (await chat.fetchMessages({ limit, fromMe: false })).map((message) => message.rawData);
    const isAll = found.length < limit || found.some((message) => timeOf(message) < from);
    if (isAll || limit > 3000) return found.filter((message) => timeOf(message) >= from);
  }
}

/** Seconds. */
function timeOf(raw: unknown): number {
  const read = messageSchema.safeParse(raw);
  return (read.success && read.data.t) || 0;
}
