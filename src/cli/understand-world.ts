import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { allActions } from '../actions/all-actions.ts';
import { createActionRegistry } from '../actions/registry.ts';
import { currencyExponent } from '../catalog/currency.ts';
import { facetEntries, groupFacetCounts } from '../catalog/facets.ts';
import { walkProducts } from '../catalog/product-walk.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { checkContext } from '../config/check-context.ts';
import { type Config, ConfigError } from '../config/config.ts';
import { readFlowFolder } from '../config/read-flows.ts';
import type { Book, Mistake } from '../dialog/book.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import { loadBook } from '../dialog/files/load-book.ts';
import { openIndex, openStore } from '../main.ts';
import { systemClock } from '../runtime/clock.ts';
import { detectLanguage } from '../understanding/language.ts';
import type { UnderstandingWorld } from '../understanding/whole-message/understanding-world.ts';
import { report } from './flows-check.ts';
import { shopConfig } from './shop-config.ts';

/** The shop's flows and the words of its catalogue. `flows`: another folder than the configured one. */
export async function openWorld(flows: string | undefined): Promise<UnderstandingWorld> {
  const config = configWith(flows);
  const [book, vocabulary] = await Promise.all([readBook(config), readVocabulary(config)]);
  const { shop } = config;
  const fallback = book.moments.get('anything else');
  return {
    matcher: book.matcher,
    fallbacks: new Set(fallback === undefined ? [] : [fallback]),
    vocabulary,
    exponent: currencyExponent(shop.currency),
    context: { ...shop, now: systemClock.now() },
    detectLanguage: (text) => detectLanguage(text, book.languages),
  };
}

function configWith(flows: string | undefined): Config {
  return shopConfig(flows === undefined ? process.env : { ...process.env, PARLEY_FLOWS: resolve(flows) });
}

async function readBook(config: Config): Promise<Book> {
  const texts = await readFlowFolder(config.flowsFolder, relative(process.cwd(), config.flowsFolder) || '.');
  const context = checkContext(config, createActionRegistry(allActions));
  const { book, mistakes } = loadBook(texts.flows, texts.messages, context);
  const loaded = book ?? loadBook(withoutTwins(texts.flows, mistakes), texts.messages, context).book;
  if (loaded !== null) return loaded;
  throw new ConfigError([report(mistakes, [...texts.flows, ...texts.messages], false).trim()]);
}

/** A sentence that starts two flows keeps a shop from opening; to understand messages, the first of the two will do. */
function withoutTwins(files: readonly FlowFile[], mistakes: readonly Mistake[]): readonly FlowFile[] {
  const twins = mistakes.filter(({ code }) => code === 'same-trigger');
  return files.map((file) => {
    const lines = new Set(twins.filter((mistake) => mistake.file === file.path).map(({ line }) => line));
    const kept = file.text.split('\n').map((line, at) => (lines.has(at + 1) ? '' : line));
    return lines.size === 0 ? file : { ...file, text: kept.join('\n') };
  });
}

/** A search server counts for itself; the embedded index would be filled with whole products for it. */
async function readVocabulary(config: Config): Promise<Vocabulary> {
  if (config.meili !== null) return facetsOfIndex(config);
  if (config.mongoUri === null && !existsSync(join(config.dataFolder, 'parley.db'))) return {};
  return facetsOfStore(config);
}

async function facetsOfIndex(config: Config): Promise<Vocabulary> {
  const index = await openIndex(config);
  try {
    return await index.facets({ text: '' });
  } finally {
    await index.close();
  }
}

/** A catalogue's words are known long before its last product. */
const mostLooked = 20_000;

async function facetsOfStore(config: Config): Promise<Vocabulary> {
  const store = await openStore(config);
  const counts = new Map<string, number>();
  let looked = 0;
  try {
    for await (const products of walkProducts(store)) {
      for (const entry of products.flatMap(facetEntries)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
      looked += products.length;
      if (looked >= mostLooked) break;
    }
  } finally {
    await store.close();
  }
  return groupFacetCounts(counts);
}
