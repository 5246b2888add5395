import type { CompetitorPrices } from '../commerce/dynamic-pricing/competitor-prices.ts';
import { movingPriceOf } from '../commerce/dynamic-pricing/moving-price.ts';
import { priceChanges } from '../commerce/dynamic-pricing/price-change.ts';
import { dueChanges } from '../commerce/dynamic-pricing/reprice.ts';
import type { ShopRules } from '../commerce/rules/shop-rules.ts';
import type { ShopFacts } from '../dialog/book.ts';
import type { Store } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';
import { type PriceRow, priceTable } from './prices-screen.ts';

export interface PricesDeps {
  readonly store: Store;
  readonly shop: ShopFacts;
  readonly rules: ShopRules;
  readonly competitors: CompetitorPrices;
  readonly coloured: boolean;
  /** Epoch milliseconds. */
  now(): number;
}

const pageSize = 500;
/** Changes shown of the log. */
const mostShown = 100;

/** What does not cost its base price now, and why. */
export async function movedNow(deps: PricesDeps): Promise<string> {
  if (!deps.rules['dynamic-prices'].on) {
    return 'Prices stay as they are: dynamic-prices.yaml says "on: no". See what would move: parley prices --dry-run\n';
  }
  const rows = await movedRows(deps);
  return rows.length === 0 ? 'Every price is the base price now.\n' : table(rows, deps);
}

async function movedRows({ store }: PricesDeps): Promise<readonly PriceRow[]> {
  const rows: PriceRow[] = [];
  for await (const page of walkKind(store, 'price', { pageSize })) {
    for (const { id: sku, body } of page) {
      const { title, base: from, price: to, rule, reason, at } = movingPriceOf(body);
      if (to.amount !== from.amount) rows.push({ sku, title, from, to, rule, reason, at });
    }
  }
  return rows;
}

/** What the rules would move if prices were looked at now, also where they are not turned on. Writes nothing. */
export async function wouldMove(deps: PricesDeps): Promise<string> {
  const { store, shop, competitors } = deps;
  const rules = { ...deps.rules, 'dynamic-prices': { ...deps.rules['dynamic-prices'], on: true } };
  const parts = { store, shop, clock: deps, rules: () => rules, competitors: async () => competitors };
  const rows = (await dueChanges(parts)).map((change) => ({ ...change, at: null }));
  const problems = competitors.problems.map(({ line, reason }) => `competitor_prices.csv, line ${line}: ${reason}\n`);
  const told = rows.length === 0 ? 'Nothing would move now.\n' : table(rows, deps);
  const off = deps.rules['dynamic-prices'].on ? '' : 'Prices do not move yet: dynamic-prices.yaml says "on: no".\n';
  return `${told}${problems.join('')}${off}`;
}

/** The newest changes, of one SKU or of all. */
export async function priceLog(deps: PricesDeps, sku: string | null): Promise<string> {
  const changes = await priceChanges(deps.store, { sku, limit: mostShown });
  if (changes.length > 0) return table(changes, deps);
  return sku === null ? 'No price has moved yet.\n' : `No price of "${sku}" has moved yet.\n`;
}

function table(rows: readonly PriceRow[], { shop, coloured }: PricesDeps): string {
  return priceTable(rows, { locale: shop.locale, timeZone: shop.timeZone, coloured });
}
