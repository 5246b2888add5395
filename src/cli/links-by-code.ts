import type { Config } from '../config/config.ts';
import { linkChannels } from '../growth/links/chat-url.ts';
import { readCode } from '../growth/links/code.ts';
import { findLink } from '../growth/links/kept-links.ts';
import type { Link } from '../growth/links/link.ts';
import type { Store } from '../storage/store.ts';
import { Failure } from './failure.ts';
import { chatPlaces } from './links-places.ts';
import { linkWords, requirePlaces, type ShowFlags } from './links-show.ts';

/** Throws `Failure` when there is none. */
export async function linkByCode(store: Pick<Store, 'get'>, typed: string): Promise<Link> {
  const link = await findLink(store, readCode(typed) ?? '');
  if (link) return link;
  throw new Failure(`There is no link ${typed}. parley links shows those there are.`);
}

export interface Looking {
  readonly store: Store;
  readonly config: Config;
  readonly code: string;
  readonly flags: ShowFlags;
}

export async function showLink({ store, config, code, flags }: Looking): Promise<string> {
  const link = await linkByCode(store, code);
  const places = await chatPlaces(config, flags.channel ?? linkChannels);
  requirePlaces(flags, places, config);
  return linkWords(link, { config, places, flags });
}
