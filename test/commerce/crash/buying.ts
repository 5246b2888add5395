import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedIndex } from '../../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../../adapters/stores/sqlite/store.ts';
import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Product } from '../../../src/catalog/product.ts';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { conversationId } from '../../../src/channel/ids.ts';
import type { InboundContent } from '../../../src/channel/inbound.ts';
import { answerables } from '../../../src/channel/message.ts';
import { openSelling } from '../../../src/cli/open-selling.ts';
import { noCompetitors } from '../../../src/commerce/dynamic-pricing/competitor-prices.ts';
import { usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import { checkContext } from '../../../src/config/check-context.ts';
import { readConfig } from '../../../src/config/config.ts';
import { readFlowFolder } from '../../../src/config/read-flows.ts';
import { loadBook } from '../../../src/dialog/files/load-book.ts';
import { type JobRun, runDueJobs } from '../../../src/jobs/jobs.ts';
import { createManualClock } from '../../../src/rehearsal/manual-clock.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createTranscript } from '../../../src/runtime/message-record.ts';
import { createRuntime } from '../../../src/runtime/runtime.ts';
import type { Store } from '../../../src/storage/store.ts';
import { createRecordingChannel } from '../../runtime/recording-channel.ts';
import { type Death, mortalStore } from './crashing-store.ts';

export const shopper = conversationId({ channel: 'terminal', account: 'shop', peer: 'ada' });

const mug: Product = {
  id: 'mug',
  title: 'Blue Mug',
  description: '',
  brand: null,
  category: ['kitchen'],
  attributes: {},
  images: [],
  tags: [],
  variants: [{ sku: 'mug', options: {}, price: { amount: 900, currency: 'USD' }, stock: 5 }],
};

const { shop } = readConfig({});
const actions = createActionRegistry(allActions);
const texts = await readFlowFolder('flows');
const { book } = loadBook(texts.flows, texts.messages, checkContext({ shop }, actions));
if (!book) throw new Error('The starter flows have mistakes');

const rules = usualRules(shop);

/** A shop with five mugs, and a customer who has said everything but yes. */
export async function openCounter() {
  const folder = await mkdtemp(join(tmpdir(), 'parley-crash-'));
  const store = await openSqliteStore({ file: join(folder, 'shop.sqlite') });
  const index = createEmbeddedIndex();
  await index.put([mug]);
  const clock = createManualClock(Date.UTC(2026, 10, 22, 12));
  const address = { lines: ['12 Main Street'], postcode: '62704', city: 'Springfield', region: 'IL', country: 'US' };
  const line = {
    sku: 'mug',
    product: 'mug',
    title: 'Blue Mug',
    options: {},
    quantity: 2,
    price: { ...mug.variants[0].price },
  };
  const said = {
    address,
    contact: { name: 'Ada', email: 'ada@example.com', phone: null },
    delivery: 'standard',
    payBy: 'demo',
  };
  await store.commit([
    { kind: 'product', id: 'mug', revision: 0, body: productBody(mug, null) },
    { kind: 'cart', id: shopper, revision: 0, body: { lines: [line], updatedAt: 0 } },
    { kind: 'checkout', id: shopper, revision: 0, body: { ...said, updatedAt: 0 } },
  ]);
  const close = async (): Promise<void> => {
    await index.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, index, clock, close };
}

export type Counter = Awaited<ReturnType<typeof openCounter>>;

/** One life of the shop's process, up to its death. */
export function openProcess({ store, index, clock }: Counter, death: Death | null) {
  const mortal = mortalStore(store, death);
  const catalog = createCatalog({ store: mortal.store, index });
  const given = { store: mortal.store, catalog, index, shop, rules: () => rules, clock, log: silentLog };
  const selling = openSelling({ ...given, address: () => null, competitors: async () => noCompetitors });
  let run: JobRun = async () => undefined;
  const jobs = {
    planned() {},
    async start(begin: JobRun) {
      run = begin;
      return async () => {};
    },
  };
  const channel = createRecordingChannel();
  const runtime = createRuntime({
    store: mortal.store,
    catalog,
    actions,
    book: () => book as NonNullable<typeof book>,
    channels: new Map([[channel.id, channel]]),
    clock,
    log: silentLog,
    jobs,
    selling,
    errands: selling.errands,
    settings: { firstPauseMs: 1 },
  });
  return { mortal, selling, runtime, due: () => runDueJobs(mortal.store, clock.now(), run) };
}

/** What the shopper would press under this label, as it was offered last. */
export async function offered(store: Store, label: string): Promise<InboundContent> {
  const entries = await createTranscript(store).after(shopper, 0, 100);
  const choices = entries.flatMap(({ outbound }) => outbound).flatMap(answerables);
  const choice = choices.findLast((one) => one.label === label);
  return choice ? { type: 'choice', id: choice.id } : { type: 'text', text: label };
}
