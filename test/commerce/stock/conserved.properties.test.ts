import fc from 'fast-check';
import { expect, it } from 'vitest';
import { productOf } from '../../../src/catalog/product-schema.ts';
import type { Refusal } from '../../../src/commerce/refusal.ts';
import { takeBack } from '../../../src/commerce/stock/count-stock.ts';
import { leave, release } from '../../../src/commerce/stock/release.ts';
import { reserve } from '../../../src/commerce/stock/reserve.ts';
import { availableOf, type Reserved, shelfOf } from '../../../src/commerce/stock/shelf.ts';
import { type Trade, transact } from '../../../src/commerce/trade.ts';
import { StoreError } from '../../../src/storage/errors.ts';
import type { Json, JsonObject } from '../../../src/storage/json.ts';
import type { Fault, MemoryData } from '../../runtime/memory-store.ts';
import { createRandom } from '../../runtime/random.ts';
import { openStockRoom, type StockRoom } from './stock-room.ts';

/** At the same moment, with foreign changes and failing commits: what every commit leaves behind is looked at. */

const skus = ['S', 'M', 'H'] as const;
const productOfSku = { S: 'coat', M: 'coat', H: 'hat' } as const;
const pieces = 5;

interface Line {
  readonly sku: (typeof skus)[number];
  readonly quantity: number;
}

type Deed =
  | { readonly does: 'place'; readonly order: number; readonly lines: readonly Line[] }
  | { readonly does: 'cancel' | 'expire' | 'send' | 'return'; readonly order: number };

const line = fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: 3 }) });
const order = fc.nat(5);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('place' as const),
      order,
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.oneof(
        fc.constantFrom('cancel' as const, 'expire' as const, 'return' as const),
        fc.constantFrom('send' as const, 'send' as const, 'return' as const),
      ),
      order,
    }),
  },
);

/** A third of all begin with an order that is sent and comes back, which is rare where everything comes at random. */
const beginning = fc.oneof(
  { weight: 2, arbitrary: fc.constant<readonly (readonly Deed[])[]>([]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(line, deed, deed)
      .map(([one, ...others]): readonly (readonly Deed[])[] => [
        [{ does: 'place', order: 0, lines: [one] }],
        [{ does: 'send', order: 0 }, ...others],
        [{ does: 'return', order: 0 }],
      ]),
  },
);

const reached = new Map<string, number>();
const reach = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);

/** An order as its owner would write it: in the same trade as the pieces, and once, whoever tries again. */
async function doIt(trade: Trade, deed: Deed): Promise<string | Refusal> {
  const id = `o${deed.order}`;
  const stored = await trade.store.get('order', id);
  const status = stored?.body['status'] ?? null;
  const reserved = (stored?.body['reserved'] ?? []) as unknown as readonly Reserved[];
  const stage = (changes: Readonly<Record<string, Json>>): void =>
    trade.stage({ kind: 'order', id, revision: stored?.revision ?? 0, body: { ...stored?.body, ...changes } });
  switch (deed.does) {
    case 'place': {
      if (stored !== null) return 'known';
      const wants = deed.lines.map((one) => ({ ...one, product: productOfSku[one.sku] }));
      const kept = await reserve(trade, wants);
      if ('refused' in kept) return kept;
      stage({ status: 'placed', reserved: kept as unknown as JsonObject[], lines: wants as unknown as JsonObject[] });
      return 'placed';
    }
    case 'cancel':
    case 'expire':
      if (status !== 'placed') return 'not now';
      await release(trade, reserved);
      stage({ status: 'cancelled', reserved: [] });
      return 'cancelled';
    case 'send':
      if (status !== 'placed') return 'not now';
      await leave(trade, reserved);
      stage({ status: 'sent', reserved: [] });
      return 'sent';
    case 'return': {
      if (status !== 'sent') return 'not now';
      await takeBack(trade, stored?.body['lines'] as unknown as { sku: string; product: string; quantity: number }[]);
      stage({ status: 'returned' });
      return 'returned';
    }
  }
}

/** As a job or a webhook does: what failed is tried again, though it may have happened. */
async function persistently(room: StockRoom, deed: Deed): Promise<void> {
  for (;;) {
    try {
      const key = `${deed.does}:${deed.order}`;
      const done = await transact(room.parts, { key, by: { who: 'merchant' } }, (trade) => doIt(trade, deed));
      return reach(typeof done === 'string' ? done : done.refused);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      reach('failed');
    }
  }
}

/** Holds between any two commits: nothing negative, what is reserved is the orders', and the product shows what can be sold. */
function mustAgree(data: MemoryData): void {
  const orders = [...data].filter(([key]) => key.startsWith('order/')).map(([, { body }]) => body);
  for (const sku of skus) {
    const stored = data.get(`stock/${sku}`);
    if (!stored) continue;
    const levels = shelfOf(stored).levels ?? new Map();
    const kept = orders
      .flatMap((one) => one['reserved'] as unknown as readonly Reserved[])
      .filter((one) => one.sku === sku);
    for (const [place, { onHand, reserved }] of levels) {
      must(onHand >= reserved, 'fewer than promised');
      must(reserved === sum(kept.filter((one) => one.place === place)), 'reserved at a place');
    }
    must(sum([...levels.values()].map(({ reserved }) => ({ quantity: reserved }))) === sum(kept), 'reserved');
    const out = orders.filter(({ status }) => status === 'sent');
    const gone = sum(out.flatMap(({ lines }) => lines as unknown as readonly Line[]).filter((one) => one.sku === sku));
    must(sum([...levels.values()].map(({ onHand }) => ({ quantity: onHand }))) === pieces - gone, 'on hand');
    const product = productOf(data.get(`product/${productOfSku[sku]}`)?.body ?? {});
    must(product.variants.find((one) => one.sku === sku)?.stock === availableOf(levels), 'shown');
  }
}

/** Cheaper than an assertion of the test's: it is asked between any two commits. */
function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`the stock does not agree: ${what}`);
}

function sum(some: readonly { readonly quantity: number }[]): number {
  return some.reduce((total, { quantity }) => total + quantity, 0);
}

it('conserves every piece under orders, cancellations, expiries, shipments and returns at the same moment, conflicts and crashes', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .tuple(beginning, fc.array(fc.array(deed, { minLength: 1, maxLength: 8 }), { minLength: 3, maxLength: 6 }))
        .map((rounds) => rounds.flat()),
      fc.integer(),
      async (rounds, seed) => {
        const random = createRandom(seed);
        const faults: readonly Fault[] = ['before', 'after', 'conflict'];
        let room: StockRoom | null = null;
        const fault = (): Fault => {
          if (room) mustAgree(room.data);
          const isFaulty = random() < 0.3;
          if (isFaulty) reach('fault');
          return isFaulty ? (faults[Math.floor(random() * faults.length)] ?? 'none') : 'none';
        };
        const yields = async (): Promise<void> => {
          for (let rest = Math.floor(random() * 3); rest > 0; rest -= 1) await null;
        };
        const open = await openStockRoom({ coat: { S: pieces, M: pieces }, hat: { H: pieces } }, { fault, yields });
        room = open;
        for (const deeds of rounds) {
          await Promise.all(deeds.map((one) => persistently(open, one)));
          mustAgree(open.data);
        }
      },
    ),
    { numRuns: 150 },
  );
  for (const what of [
    'placed',
    'cancelled',
    'sent',
    'returned',
    'not-enough',
    'out-of-stock',
    'fault',
    'failed',
    'known',
  ])
    expect([what, (reached.get(what) ?? 0) > 3]).toEqual([what, true]);
});
