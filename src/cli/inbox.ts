import type { Command } from 'commander';
import { openFiles } from '../main.ts';
import { addDeadLetters } from './inbox-dead-letters.ts';
import { listConversations } from './inbox-list.ts';
import { makeMove } from './inbox-move.ts';
import { showConversation } from './inbox-show.ts';
import { shopConfig } from './shop-config.ts';
import { withStore } from './with-store.ts';

export function addInbox(root: Command): void {
  const inbox = root.command('inbox').description('conversations that wait for a person: read, answer, give back');
  inbox
    .command('list', { isDefault: true })
    .description('who waits, longest first')
    .option('--all', 'the latest conversations, whoever holds them')
    .action(({ all }: { all?: boolean }) => withStore((store) => listConversations(store, all === true)));
  inbox
    .command('show <id>')
    .description('what was said; ID is a number of the list, or the whole id')
    .action((id: string) =>
      withStore((store) => showConversation({ store, where: openFiles(shopConfig()).where }, id)),
    );
  addMoves(inbox);
  addDeadLetters(inbox, withStore);
}

function addMoves(inbox: Command): void {
  inbox
    .command('answer <id> <text...>')
    .description('write to the shopper')
    .action((id: string, text: string[]) => withStore((store) => makeMove(store, id, { say: text.join(' ') })));
  inbox
    .command('take <id>')
    .description('hold the conversation: Parley stays silent in it')
    .action((id: string) => withStore((store) => makeMove(store, id, 'take')));
  inbox
    .command('give-back <id>')
    .description('let Parley go on with it')
    .action((id: string) => withStore((store) => makeMove(store, id, 'give-back')));
}
