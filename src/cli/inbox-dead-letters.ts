import type { Command } from 'commander';
import colours from 'picocolors';
import { type DeadLetter, deadLetters, dropDeadLetter, replayDeadLetter } from '../care/dead-letters.ts';
import { parseConversationId } from '../channel/ids.ts';
import type { Store } from '../storage/store.ts';
import { ago } from './ago.ts';

import { pickByNumber, shortNumber } from './short-number.ts';

export type WithStore = (use: (store: Store) => Promise<string>) => Promise<void>;

export function addDeadLetters(inbox: Command, withStore: WithStore): void {
  const letters = inbox.command('dead-letters').description('what a channel would not take: replay or drop it');
  letters
    .command('list', { isDefault: true })
    .description('oldest first')
    .action(() => withStore(listLetters));
  letters
    .command('replay <id>')
    .description('deliver it again')
    .action((id: string) => withStore((store) => replay(store, id)));
  letters
    .command('drop <id>')
    .description('forget it')
    .action((id: string) => withStore((store) => drop(store, id)));
}

async function listLetters(store: Store): Promise<string> {
  const letters = await deadLetters(store);
  if (letters.length === 0) return 'Everything could be delivered.\n';
  return `${letters.map(letterLine).join('\n')}\n`;
}

function letterLine({ id, conversation, at, reason, part }: DeadLetter): string {
  const channel = parseConversationId(conversation)?.channel ?? '';
  const head = `${colours.bold(shortNumber(id))}  ${part.type} · ${channel} · ${ago(at, Date.now())} · ${reason}`;
  return `${head}\n      ${colours.dim(conversation)}`;
}

async function replay(store: Store, wanted: string): Promise<string> {
  const letter = pickByNumber(await deadLetters(store), wanted);
  const isKept = await replayDeadLetter(store, letter, Date.now());
  return isKept ? 'It is delivered again as soon as the shop runs.\n' : 'Its conversation is not there any more.\n';
}

async function drop(store: Store, wanted: string): Promise<string> {
  const letter = pickByNumber(await deadLetters(store), wanted);
  return (await dropDeadLetter(store, letter)) ? 'Dropped.\n' : 'Somebody else has just dealt with it.\n';
}
