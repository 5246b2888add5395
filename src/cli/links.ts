import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config/config.ts';
import { linkChannels } from '../growth/links/chat-url.ts';
import { longestText } from '../growth/links/link-words.ts';
import { openStock, type Stock } from '../main.ts';
import { type AddFlags, makeLink } from './links-add.ts';
import { showLink } from './links-by-code.ts';
import { dropByCode, listLinks } from './links-list.ts';
import { readChannels, type ShowFlags } from './links-show.ts';
import { shopConfig } from './shop-config.ts';
import { withStore } from './with-store.ts';

export function addLinks(root: Command): void {
  const links = root.command('links').description('links and QR codes that start a conversation');
  links
    .command('list', { isDefault: true })
    .description('all links, the newest first, with the conversations that came by them')
    .action(() => withStore(async (store) => listLinks(store, Date.now())));
  addMaking(links);
  showOptions(links.command('show <code>'))
    .description('the addresses of a link once more')
    .action((code: string, flags: ShowFlags) => withStore((store, config) => showLink({ store, config, code, flags })));
  links
    .command('drop <code>')
    .description('forget a link: whoever still comes by it is greeted like everybody')
    .action((code: string) => withStore((store) => dropByCode(store, code)));
}

function addMaking(links: Command): void {
  const add = links
    .command('add')
    .description('make a link')
    .requiredOption('--to <target>', 'where it leads: product:ID, flow:NAME or welcome')
    .requiredOption('--campaign <tag>', 'what to count by, for example shop-window', readTag)
    .option('--text <words>', 'what the shopper says on WhatsApp and Teams', readText)
    .option('--note <words>', 'for yourself');
  showOptions(add).action((flags: AddFlags) => withStock((stock, config) => makeLink({ stock, config, flags })));
}

function showOptions(command: Command): Command {
  return command
    .option('--channel <names>', `only these, with commas: ${linkChannels.join(',')}`, readChannels)
    .option('--qr <folder>', 'write QR codes into this folder, as SVG and PNG')
    .option('--scale <pixels>', 'of one module of a PNG, 1 to 50', readScale, 10);
}

function readTag(tag: string): string {
  if (tag.trim() !== '' && tag.trim().length <= 64) return tag.trim();
  throw new InvalidArgumentError('a campaign is 1 to 64 characters');
}

function readText(text: string): string {
  if (text.trim() !== '' && text.trim().length <= longestText) return text.trim();
  throw new InvalidArgumentError(`the text is 1 to ${longestText} characters`);
}

function readScale(text: string): number {
  const scale = Number(text);
  if (Number.isInteger(scale) && scale >= 1 && scale <= 50) return scale;
  throw new InvalidArgumentError('a whole number from 1 to 50 is needed');
}

/** Writes what `use` has to say. */
async function withStock(use: (stock: Stock, config: Config) => Promise<string>): Promise<void> {
  const config = shopConfig();
  const stock = await openStock(config);
  try {
    process.stdout.write(await use(stock, config));
  } finally {
    await stock.close();
  }
}
