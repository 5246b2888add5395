import type { Config } from '../config/config.ts';
import { linkChannels } from '../growth/links/chat-url.ts';
import { addLink } from '../growth/links/kept-links.ts';
import type { Stock } from '../main.ts';
import { chatPlaces } from './links-places.ts';
import { linkWords, requirePlaces, type ShowFlags } from './links-show.ts';
import { aimedAt } from './links-target.ts';

export interface AddFlags extends ShowFlags {
  readonly to: string;
  readonly campaign: string;
  readonly text?: string;
  readonly note?: string;
}

export interface Making {
  readonly stock: Stock;
  readonly config: Config;
  readonly flags: AddFlags;
}

/** Keeps a link and tells where it leads. Nothing is kept when it cannot be as it was asked for. */
export async function makeLink({ stock, config, flags }: Making): Promise<string> {
  const { target, words } = await aimedAt(flags.to, config, stock);
  const places = await chatPlaces(config, flags.channel ?? linkChannels);
  requirePlaces(flags, places, config);
  const link = await addLink(stock.store, {
    target,
    campaign: flags.campaign,
    text: flags.text ?? words,
    note: flags.note ?? null,
    createdAt: Date.now(),
  });
  return linkWords(link, { config, places, flags });
}
