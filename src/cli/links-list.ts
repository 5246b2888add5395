import colours from 'picocolors';
import { type CountedLink, countedLinks, dropLink } from '../growth/links/kept-links.ts';
import type { Store } from '../storage/store.ts';
import { ago } from './ago.ts';
import { linkByCode } from './links-by-code.ts';
import { targetWords } from './links-show.ts';

export async function listLinks(store: Store, now: number): Promise<string> {
  const links = await countedLinks(store);
  if (links.length === 0) return 'There are no links yet: parley links add --to welcome --campaign shop-window\n';
  return `${links.map((link) => row(link, now)).join('')}${colours.dim('parley links show CODE · drop CODE')}\n`;
}

function row({ code, campaign, target, conversations, createdAt, note }: CountedLink, now: number): string {
  const count = `${conversations} conversation${conversations === 1 ? '' : 's'}`;
  const words = [campaign, targetWords(target), count, `made ${ago(createdAt, now)}`, ...(note === null ? [] : [note])];
  return `${colours.bold(code)}  ${words.join(' · ')}\n`;
}

export async function dropByCode(store: Store, typed: string): Promise<string> {
  const { code } = await linkByCode(store, typed);
  await dropLink(store, code);
  return `${code} leads nowhere any more. Whoever still comes by it is greeted like everybody.\n`;
}
