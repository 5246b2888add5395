import type { ActionRegistry } from '../actions/registry.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { walkProducts } from '../catalog/product-walk.ts';
import { checkContext } from '../config/check-context.ts';
import type { Config } from '../config/config.ts';
import { readFlowFolder } from '../config/read-flows.ts';
import type { Book } from '../dialog/book.ts';
import { loadBook } from '../dialog/files/load-book.ts';
import type { LinkTarget } from '../growth/links/link.ts';
import { flowWords, productWords, welcomeWords } from '../growth/links/link-words.ts';
import type { Store } from '../storage/store.ts';
import { nearestWord } from '../understanding/nearest-word.ts';
import { Failure } from './failure.ts';

export interface TargetDeps {
  readonly store: Pick<Store, 'find'>;
  readonly catalog: Pick<Catalog, 'product' | 'search'>;
  readonly actions: ActionRegistry;
}

export interface Aimed {
  readonly target: LinkTarget;
  /** What a shopper says who comes for it. */
  readonly words: string;
}

/** `product:ID`, `flow:NAME` or `welcome`. Throws `Failure` for what is not there, with the nearest that is. */
export async function aimedAt(to: string, config: Config, deps: TargetDeps): Promise<Aimed> {
  const [, kind, name = ''] = /^(product|flow|welcome)(?::(.+))?$/su.exec(to.trim()) ?? [];
  if (kind === 'product' && name !== '') return aimedAtProduct(name.trim(), config, deps);
  if (kind === 'flow' && name !== '') return aimedAtFlow(name.trim(), config, deps);
  if (kind === 'welcome' && name === '') {
    return { target: { to: 'welcome' }, words: welcomeWords(config.shop.locale) };
  }
  throw new Failure(`A link leads to product:ID, flow:NAME or welcome, not to "${to}".`);
}

async function aimedAtProduct(id: string, { shop }: Config, deps: TargetDeps): Promise<Aimed> {
  const product = await deps.catalog.product(id);
  if (product) return { target: { to: 'product', product: id }, words: productWords(product.title, shop.locale) };
  const near = (await nearestProduct(id, deps)) ?? (await bestFound(id, deps));
  const hint = near === null ? 'parley search finds products' : `Did you mean product:${near.id} (${near.title})?`;
  throw new Failure(`There is no product "${id}". ${hint}`);
}

interface Named {
  readonly id: string;
  readonly title: string;
}

/** Whoever slips in an id is told so, however many products there are: this is no way that must be quick. */
async function nearestProduct(wanted: string, { store }: TargetDeps): Promise<Named | null> {
  for await (const products of walkProducts(store)) {
    const near = nearestWord(
      wanted,
      products.map(({ id }) => id),
    );
    const product = products.find(({ id }) => id === near);
    if (product) return product;
  }
  return null;
}

/** Whoever gives a name in place of the id. */
async function bestFound(wanted: string, { catalog }: TargetDeps): Promise<Named | null> {
  const { products } = await catalog.search({ text: wanted, limit: 1 });
  return products[0] ?? null;
}

async function aimedAtFlow(name: string, config: Config, deps: TargetDeps): Promise<Aimed> {
  const { flows } = await readBook(config, deps);
  const flow = flows.get(name);
  if (flow) return { target: { to: 'flow', flow: name }, words: flowWords(flow, config.shop.locale) };
  const near = nearestWord(name, [...flows.keys()]);
  const hint = near === null ? `Flows are: ${[...flows.keys()].join(', ')}.` : `Did you mean flow:${near}?`;
  throw new Failure(`There is no flow "${name}". ${hint}`);
}

async function readBook(config: Config, { actions }: TargetDeps): Promise<Book> {
  const { flows, messages } = await readFlowFolder(config.flowsFolder);
  const { book } = loadBook(flows, messages, checkContext(config, actions));
  if (book) return book;
  throw new Failure('The flow files have mistakes, so nobody knows which flows there are: parley flows check');
}
