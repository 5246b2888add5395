import { createDemoProvider } from '../../adapters/payment/demo/demo-provider.ts';
import { createBankTransfer } from '../../adapters/payment/offline/bank-transfer.ts';
import { createCashOnDelivery } from '../../adapters/payment/offline/cash-on-delivery.ts';
import { manualCarrier } from '../../adapters/shipping/manual/manual-carrier.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createReprice, type RepriceParts } from '../commerce/dynamic-pricing/reprice.ts';
import { expireOrderErrand } from '../commerce/orders/expire-order.ts';
import { warnOfMissingProviders } from '../commerce/payment/not-set-up.ts';
import type { PaymentParts } from '../commerce/payment/payment-parts.ts';
import type { PaymentProvider } from '../commerce/payment/provider.ts';
import { reconcilePaymentsErrand } from '../commerce/payment/reconcile.ts';
import { keepStoreMark } from '../commerce/payment/store-mark.ts';
import { createAskReview } from '../commerce/reviews/ask-review.ts';
import type { ShopRules } from '../commerce/rules/shop-rules.ts';
import type { Selling } from '../commerce/selling.ts';
import type { Carrier } from '../commerce/shipping/carrier.ts';
import type { ShipParts } from '../commerce/shipping/ship-order.ts';
import { trackParcels } from '../commerce/shipping/track-parcels.ts';
import { warnOfLowStock } from '../commerce/stock/low-stock.ts';
import type { TradeParts } from '../commerce/trade.ts';
import type { ShopFacts } from '../dialog/book.ts';
import { beginRecurring, type Errands } from '../jobs/jobs.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Store } from '../storage/store.ts';
import type { ShopSystem } from '../sync/shop-system.ts';
import { syncErrand } from '../sync/sync-errand.ts';
import type { SyncParts } from '../sync/sync-parts.ts';

export interface SellingParts {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly shop: ShopFacts;
  readonly rules: () => ShopRules;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the shop's own pages are; `null`: it has none. */
  readonly address: () => string | null;
  /** What is connected beside what every shop has. */
  readonly payments?: readonly PaymentProvider[];
  readonly carriers?: readonly Carrier[];
  /** Real shops that this one keeps in step with. */
  readonly systems?: readonly ShopSystem[];
  /** So that what comes from the outside stands in one line with the turns. */
  readonly inLine?: TradeParts['inLine'];
  readonly index: SyncParts['index'];
  /** What competitors ask, as it is now. */
  readonly competitors: RepriceParts['competitors'];
}

export type SalesParts = PaymentParts & SyncParts & ShipParts;

export interface OpenSelling extends Selling {
  readonly errands: Errands;
  /** For what comes from the outside: webhooks, pages, commands. */
  readonly parts: SalesParts;
}

/** How a shop sells: ways to pay, carriers, and what has to be done at its time. */
export function openSelling(given: SellingParts): OpenSelling {
  const { store, catalog, shop, rules, clock, log } = given;
  const payments = byId([...ownProviders(given), ...(given.payments ?? [])]);
  warnOfMissingProviders(rules(), payments, log);
  const carriers = byId([manualCarrier, ...(given.carriers ?? [])]);
  const systems = given.systems ?? [];
  const line = given.inLine ? { inLine: given.inLine } : {};
  const parts = { ...line, store, catalog, shop, rules, clock, log, payments, carriers, systems, index: given.index };
  const errands: Errands = {
    'expire-order': expireOrderErrand(parts),
    'reconcile-payments': reconcilePaymentsErrand(parts),
    'track-parcels': trackParcels(parts),
    'stock-low': warnOfLowStock(log),
    'ask-review': createAskReview({ store, clock }),
    'sync-shop': syncErrand(parts),
    reprice: createReprice({ ...parts, competitors: given.competitors }),
  };
  return { rules, payments, carriers, errands, parts };
}

/** What is done again and again, whatever happens; begun once for all processes. */
export async function beginErrands({ store, clock, systems }: SalesParts): Promise<void> {
  await keepStoreMark(store);
  const names = ['reconcile-payments', 'reprice', 'track-parcels'] as const;
  for (const name of [...names, ...(systems.length > 0 ? ['sync-shop' as const] : [])]) {
    await beginRecurring(store, name, clock.now());
  }
}

/** What needs nobody's account; the merchant's rules say which of them a shopper sees. */
function ownProviders({ store, clock, rules, address }: SellingParts): readonly PaymentProvider[] {
  return [
    createDemoProvider({ store, clock, address }),
    createCashOnDelivery(),
    createBankTransfer({ bank: () => rules().payment.bank }),
  ];
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
