import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageFolder } from '../config/package-folder.ts';
import { addChat } from './chat.ts';
import { addStart } from './start.ts';

const examples = `
Examples:
  parley start                                open the shop
  parley chat                                 talk to it as a shopper
  parley catalog import products.csv          bring your own products
  parley flows check                          tell every mistake in the flow files
  parley search "red shoes under 50"          find products
  parley inbox                                conversations that wait for a person

Settings are read from the environment and from .env; .env.example explains them.`;

/** The `parley` command with all its subcommands. Throws `CommanderError` instead of ending the process. */
export function program(): Command {
  const root = new Command('parley')
    .description('A shop that sells over messages.')
    .version(ownVersion())
    .showSuggestionAfterError()
    .showHelpAfterError('(parley --help shows what there is)')
    .addHelpText('after', examples)
    .exitOverride();
  addStart(root);
  addChat(root);
  return root;
}

function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
