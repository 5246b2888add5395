import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageFolder } from '../config/package-folder.ts';

type AddCommand = (root: Command) => void;

/** Each brings its own parts along when it is wanted: a chat need not wait for what an import needs. */
const commands: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['start', async () => (await import('./start.ts')).addStart],
  ['chat', async () => (await import('./chat.ts')).addChat],
  ['understand', async () => (await import('./understand.ts')).addUnderstand],
  ['search', async () => (await import('./find.ts')).addSearch],
  ['catalog', async () => (await import('./catalog.ts')).addCatalog],
  ['flows', async () => (await import('./flows.ts')).addFlows],
  ['shop', async () => (await import('./shop.ts')).addShop],
  ['pages', async () => (await import('./pages.ts')).addPages],
  ['questions', async () => (await import('./questions.ts')).addQuestions],
  ['stock', async () => (await import('./stock.ts')).addStock],
  ['orders', async () => (await import('./orders.ts')).addOrders],
  ['payments', async () => (await import('./payments.ts')).addPayments],
  ['ship', async () => (await import('./ship.ts')).addShip],
  ['parcels', async () => (await import('./parcels.ts')).addParcels],
  ['inbox', async () => (await import('./inbox.ts')).addInbox],
  ['teams', async () => (await import('./teams.ts')).addTeams],
  ['links', async () => (await import('./links.ts')).addLinks],
  ['sync', async () => (await import('./sync.ts')).addSync],
  ['export', async () => (await import('./export.ts')).addExport],
  ['restore', async () => (await import('./restore.ts')).addRestore],
  ['moods', async () => (await import('./moods.ts')).addMoods],
  ['assistant', async () => (await import('./assistant.ts')).addAssistant],
  ['prices', async () => (await import('./prices.ts')).addPrices],
]);

const examples = `
Examples:
  parley start                                open the shop
  parley chat                                 talk to it as a shopper
  parley chat --as telegram                   see what Telegram would show
  parley search "red shoes under 50"          find products
  parley understand where is my order         what Parley makes of a message
  parley catalog import products.csv          bring your own products
  parley flows check                          tell every mistake in the flow files
  parley shop check                           tell every mistake in the shop's rules
  parley pages ask "do you deliver abroad"    what the shop's pages say to a question
  parley questions                            what shoppers asked and no page answers
  parley stock                                what is low or sold out
  parley orders                               what was ordered
  parley ship 72043817                        send an order off
  parley inbox                                conversations that wait for a person
  parley prices --dry-run                     what rules for moving prices would do now
  parley moods --by product                   how shoppers sound, product by product
  parley links                                links and QR codes that start a conversation
  parley export shop.jsonl                    write down everything the shop keeps

Settings are read from the environment and from .env; .env.example explains them.`;

/** The `parley` command for what was typed. It throws `CommanderError` instead of ending the process. */
export async function programFor(typed: readonly string[]): Promise<Command> {
  const root = rootCommand();
  const wanted = commands.get(typed[0] ?? '');
  for (const load of wanted ? [wanted] : commands.values()) (await load())(root);
  return root;
}

function rootCommand(): Command {
  return new Command('parley')
    .description('A shop that sells over messages.')
    .version(ownVersion())
    .showSuggestionAfterError()
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText('after', examples)
    .exitOverride();
}

function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
