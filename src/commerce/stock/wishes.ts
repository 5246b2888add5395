import type { Trade } from '../trade.ts';
import type { Piece } from './shelf.ts';

interface Wishing extends Piece {
  readonly conversation: string;
}

export function wishId({ sku, conversation }: Pick<Wishing, 'sku' | 'conversation'>): string {
  return `${sku}/${conversation}`;
}

/** Remembers who wants to be told when it is there again; once, however often it is said. */
export async function keepWish(
  trade: Pick<Trade, 'store' | 'stage' | 'now'>,
  { sku, product, conversation }: Wishing,
): Promise<{ readonly already: boolean }> {
  const id = wishId({ sku, conversation });
  if ((await trade.store.get('wish', id)) !== null) return { already: true };
  trade.stage({ kind: 'wish', id, revision: 0, body: { sku, product, conversation, at: trade.now } });
  return { already: false };
}

/** Forgets the wishes of one conversation for these SKUs; how many there were. */
export async function dropWishes(
  trade: Pick<Trade, 'store' | 'stage'>,
  { skus, conversation }: { readonly skus: readonly string[]; readonly conversation: string },
): Promise<number> {
  const ids = skus.map((sku) => wishId({ sku, conversation }));
  const kept = await trade.store.getMany('wish', ids);
  for (const { id, revision } of kept) trade.stage({ kind: 'wish', id, revision, body: null });
  return kept.length;
}
