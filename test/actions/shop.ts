import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import type { Action, ActionContext } from '../../src/actions/action.ts';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { Product } from '../../src/catalog/product.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { conversationId } from '../../src/channel/ids.ts';
import type { PaymentProviders } from '../../src/commerce/payment/provider.ts';
import { type ShopRules, usualRules } from '../../src/commerce/rules/shop-rules.ts';
import type { ShopFacts } from '../../src/dialog/book.ts';
import type { Outcome } from '../../src/dialog/event.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import type { Kind } from '../../src/storage/kinds.ts';
import type { Store, StoreReader, Write } from '../../src/storage/store.ts';

export const facts: ShopFacts = {
  name: 'Test shop',
  locale: 'en',
  currency: 'USD',
  country: 'US',
  timeZone: 'UTC',
};

export interface Shopper {
  /** One turn with one action: run and committed. */
  does(action: string, input?: JsonObject): Promise<Outcome>;
  /** As `does`, for what must return a value. */
  gets(action: string, input?: JsonObject): Promise<JsonObject>;
  /** Several actions in one turn; nothing is committed before `commit`. */
  turn(): Turn;
}

interface Turn {
  /** What it waits in line for. */
  holds(action: string, input?: JsonObject): Promise<readonly string[]>;
  does(action: string, input?: JsonObject): Promise<Outcome>;
  commit(): Promise<'committed' | 'conflict'>;
}

/** The products of an action's answer, in its order. */
export function idsOf(answer: JsonObject): readonly string[] {
  return (answer['products'] as readonly { readonly id: string }[]).map(({ id }) => id);
}

export interface ShopSettings {
  /** Instead of the usual ones, topic by topic. */
  readonly rules?: Partial<ShopRules>;
  /** None, when absent. */
  readonly payments?: PaymentProviders;
  /** Beside all that every shop has. */
  readonly actions?: readonly Action[];
}

/** The real SQLite store and the embedded index with these products. */
export async function openShop(products: readonly Product[] = [], settings: ShopSettings = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-actions-'));
  const store = await openSqliteStore({ file: join(folder, 'shop.sqlite') });
  const index = createEmbeddedIndex();
  const registry = createActionRegistry([...allActions, ...(settings.actions ?? [])]);
  const write = (kind: Kind, id: string, body: JsonObject | null) => overwrite(store, { kind, id, body });
  for (const product of products) await write('product', product.id, productBody(product, null));
  await index.put(products);
  const catalog = createCatalog({ store, index });

  function shopper(customer: string, given: Partial<ActionContext> = {}): Shopper {
    const turn = (): Turn => {
      const staged = new Map<string, Write>();
      const context: ActionContext = {
        conversation: conversationId({ channel: 'webchat', account: 'shop', peer: customer }),
        customer,
        key: `${customer}:1:0`,
        now: Date.UTC(2026, 10, 22, 12),
        locale: 'en',
        shop: facts,
        catalog,
        by: { who: 'shopper', customer },
        rules: { ...usualRules(facts), ...settings.rules },
        payments: settings.payments ?? new Map(),
        carriers: new Map(),
        store: overlaid(store, staged),
        stage: (one) => void staged.set(`${one.kind}/${one.id}`, one),
        ...given,
      };
      return {
        holds: (action, input = {}) => registry.holds(action, input, context),
        does: (action, input = {}) => registry.run(action, input, context),
        commit: () => (staged.size === 0 ? Promise.resolve('committed') : store.commit([...staged.values()])),
      };
    };
    const does: Shopper['does'] = async (action, input) => {
      const one = turn();
      const outcome = await one.does(action, input);
      if ((await one.commit()) === 'conflict') throw new Error('conflict');
      return outcome;
    };
    return { turn, does, gets: async (action, input) => returnedBy(await does(action, input)) };
  }

  return {
    store,
    index,
    registry,
    write,
    shopper,
    async close() {
      await index.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

function returnedBy(outcome: Outcome): JsonObject {
  if (outcome.result === 'returned') return outcome.value;
  throw new Error(`returned nothing: ${JSON.stringify(outcome)}`);
}

/** Sees what the turn has staged, at the revision that was read. */
function overlaid(store: Store, staged: ReadonlyMap<string, Write>): StoreReader {
  return {
    ...store,
    async get(kind, id) {
      const own = staged.get(`${kind}/${id}`);
      if (own === undefined) return await store.get(kind, id);
      return own.body === null ? null : { id, revision: own.revision, body: own.body };
    },
  };
}

async function overwrite(store: Store, write: Omit<Write, 'revision'>): Promise<void> {
  const before = await store.get(write.kind, write.id);
  const result = await store.commit([{ ...write, revision: before?.revision ?? 0 }]);
  if (result === 'conflict') throw new Error('conflict');
}
