import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { allActions } from '../actions/all-actions.ts';
import { createActionRegistry } from '../actions/registry.ts';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import { walkProducts } from '../catalog/product-walk.ts';
import { channelIds } from '../channel/ids.ts';
import type { Config } from '../config/config.ts';
import { readFlowFolder } from '../config/read-flows.ts';
import type { Book } from '../dialog/book.ts';
import { loadBook } from '../dialog/files/load-book.ts';
import { openStore } from '../main.ts';
import type { ConversationTest } from '../rehearsal/conversation-test.ts';
import { readTests } from '../rehearsal/read-tests.ts';
import { type Rehearsed, rehearseAll } from '../rehearsal/rehearse-all.ts';
import { openLiveRules } from '../runtime/live-rules.ts';
import { report } from './flows-check.ts';
import type { FlowsDeps } from './flows-deps.ts';
import { rehearsedSelling } from './rehearsed-selling.ts';

export interface FlowsTestDeps extends FlowsDeps {
  config(): Config;
}

/** `parley flows test`: plays the conversations of `flows/tests` on every channel, away from the real shop. */
export function addFlowsTest(flows: Command, deps: FlowsTestDeps): void {
  flows
    .command('test')
    .description('play the conversations of flows/tests on every channel')
    .argument('[words...]', 'only tests whose title or file has these words')
    .action((words: readonly string[]) => testFlows(deps, words.join(' ').toLowerCase()));
}

async function testFlows(deps: FlowsTestDeps, wanted: string): Promise<void> {
  const config = deps.config();
  const texts = await readFlowFolder(config.flowsFolder);
  const { book, mistakes } = loadBook(texts.flows, texts.messages, await deps.context());
  const read = readTests(texts.tests, config.shop.currency);
  for (const { file, line, message } of read.mistakes) deps.write(`${file}:${line} ${message}\n`);
  if (!book) deps.write(report(mistakes, [...texts.flows, ...texts.messages], deps.isTerminal));
  if (!book || read.mistakes.length > 0) return deps.fail();
  const tests = read.tests.filter(({ title, file }) => `${file} ${title}`.toLowerCase().includes(wanted));
  if (tests.length === 0) return noTests(deps, { wanted, folder: config.flowsFolder });
  const failed = await playAll(deps, { config, book, tests });
  const told = `${tests.length} ${tests.length === 1 ? 'conversation' : 'conversations'} on ${channelIds.length} channels`;
  deps.write(failed === 0 ? `${told}: all went as written\n` : `${told}: ${failed} went otherwise\n`);
  if (failed > 0) deps.fail();
}

/** Asked for a test by name, a shop without one has not passed it. */
function noTests(deps: FlowsTestDeps, { wanted, folder }: { readonly wanted: string; readonly folder: string }): void {
  if (wanted === '') return deps.write(`There are no tests in ${join(folder, 'tests')} yet.\n`);
  deps.write(`No test has "${wanted}" in its title or the name of its file.\n`);
  deps.fail();
}

interface Plan {
  readonly config: Config;
  readonly book: Book;
  readonly tests: readonly ConversationTest[];
}

/** A store of its own in a folder that goes away again: a test never touches the shop's customers. */
async function playAll(deps: FlowsTestDeps, { config, book, tests }: Plan): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-rehearsal-'));
  const store = await openSqliteStore({ file: join(folder, 'rehearsal.db') });
  const products = tests.some((test) => test.products === null) ? await shopProducts(config) : [];
  const index = createEmbeddedIndex();
  const { shop } = config;
  const rules = (await openLiveRules({ folder: config.rulesFolder, shop })).current;
  const sells = rehearsedSelling({ store, index, catalog: createCatalog({ store, index }), shop, rules });
  const scratch = { store, index, actions: createActionRegistry(allActions), book, products, sells };
  const show = createShow(deps);
  try {
    await rehearseAll(scratch, { tests, channels: channelIds }, show.told);
    return show.failed();
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function shopProducts(config: Config): Promise<readonly Product[]> {
  const store = await openStore(config);
  const products: Product[] = [];
  for await (const some of walkProducts(store)) products.push(...some);
  await store.close();
  return products;
}

/** One line a conversation: failures at once and only the first channel in full, since the others mostly fail alike. */
function createShow({ write, isTerminal }: FlowsTestDeps) {
  const colours = pc.createColors(isTerminal);
  let failed = 0;
  let seen: ConversationTest | null = null;
  return {
    failed: () => failed,
    told({ test, channel, failure }: Rehearsed): void {
      if (!failure) return;
      failed += 1;
      write(`${colours.red('✗')} ${test.file}:${failure.line} ${test.title} (${channel})\n`);
      if (seen === test) return;
      seen = test;
      write(`    expected  ${oneLine(failure.expected)}\n    but was   ${oneLine(failure.actual)}\n`);
    },
  };
}

function oneLine(text: string): string {
  return text === '' ? '(nothing)' : text.replace(/\n+/gu, ' ⏎ ');
}
