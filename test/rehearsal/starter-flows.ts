import { expect, it } from 'vitest';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { loadPages } from '../../src/care/pages/load-pages.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { ProductIndex } from '../../src/catalog/product-index.ts';
import { type ChannelId, channelIds } from '../../src/channel/ids.ts';
import { rehearsedSelling } from '../../src/cli/rehearsed-selling.ts';
import { checkContext } from '../../src/config/check-context.ts';
import { readConfig } from '../../src/config/config.ts';
import { readFlowFolder } from '../../src/config/read-flows.ts';
import { readPageFiles } from '../../src/config/read-pages.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';
import { readTests } from '../../src/rehearsal/read-tests.ts';
import { type Rehearsed, rehearseAll } from '../../src/rehearsal/rehearse-all.ts';
import { openLiveRules } from '../../src/runtime/live-rules.ts';
import type { Store } from '../../src/storage/store.ts';

/** Every conversation test of the starter flows, on these channels' capabilities, with these servers behind it. */
export function starterFlowsGoAsWritten(
  channels: readonly ChannelId[],
  open: () => Promise<{ readonly store: Store; readonly index: ProductIndex }>,
) {
  it(`go as written on ${channels.length === channelIds.length ? 'every channel' : channels.join(' and ')}`, async () => {
    const { store, index } = await open();
    const actions = createActionRegistry(allActions);
    const texts = await readFlowFolder('flows');
    const { pages } = loadPages(await readPageFiles('pages'), readConfig({}).shop);
    const check = { ...checkContext(readConfig({}), actions), ...(pages && { pages }) };
    const { book } = loadBook(texts.flows, texts.messages, check);
    const { tests, mistakes } = readTests(texts.tests, 'USD');
    if (!book) throw new Error('The starter flows have mistakes');
    const rehearsed: Rehearsed[] = [];
    const plan = { tests, channels };
    const { shop, rulesFolder: folder } = readConfig({});
    const rules = (await openLiveRules({ folder, shop })).current;
    const sells = rehearsedSelling({ store, index, catalog: createCatalog({ store, index }), shop, rules });
    await rehearseAll({ store, index, actions, book, products: [], sells }, plan, (one) => rehearsed.push(one));
    await index.close();
    await store.close();
    expect(mistakes).toEqual([]);
    expect(rehearsed.filter(({ failure }) => failure !== null)).toEqual([]);
    expect(rehearsed.length).toBe(tests.length * channels.length);
    expect(tests.length).toBeGreaterThan(40);
  }, 300_000);
}
