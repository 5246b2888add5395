import type { Store } from '../storage/store.ts';
import { problemsOf } from '../sync/problems.ts';
import type { ShopSystem } from '../sync/shop-system.ts';
import type { Counts } from '../sync/sweep-state.ts';
import { readSweep } from '../sync/sweep-state.ts';
import { ago } from './ago.ts';

const names = { shopify: 'Shopify', woocommerce: 'WooCommerce' } as const;
const mostProblems = 50;

/** How far a system and this shop are in step, and what a person has to look at. */
export async function syncWords(store: Store, { id }: Pick<ShopSystem, 'id'>, now: number): Promise<string> {
  const { state, revision } = await readSweep(store, id, now);
  const problems = await problemsOf(store, id, mostProblems + 1);
  const lines = [
    revision === 0
      ? `${names[id]}: nothing has been brought here yet`
      : `${names[id]}: ${whenWords(state.finishedAt, now)}`,
    ...(state.phase === null ? [] : [`  under way: ${state.phase}`]),
    ...(state.last === null ? [] : [`  ${countWords(state.last)}`]),
    ...problems.slice(0, mostProblems).map(({ what, id: which, reason }) => `  ${what} ${which}: ${reason}`),
    ...(problems.length > mostProblems ? ['  and more'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function whenWords(finishedAt: number | null, now: number): string {
  return finishedAt === null ? 'the first sweep is not over' : `the last whole sweep began ${ago(finishedAt, now)}`;
}

function countWords({ new: fresh, changed, gone, leftOut, orders, sent }: Counts): string {
  return `products: ${fresh} new, ${changed} changed, ${gone} gone, ${leftOut} left out · orders: ${orders} from there, ${sent} sent there`;
}
