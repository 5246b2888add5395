import type { Readable, Writable } from 'node:stream';
import { type Command, InvalidArgumentError } from 'commander';
import colours from 'picocolors';
import type { Catalog, CatalogPage } from '../catalog/catalog.ts';
import { findByWish } from '../catalog/find-by-wish.ts';
import { formatMoney } from '../catalog/format-money.ts';
import type { Product } from '../catalog/product.ts';
import { answerLines, write } from './answer-lines.ts';

export interface SearchCommandDeps {
  /** The shop's catalogue; `close` is called when the command is done. */
  readonly openCatalog: () => Promise<{ readonly catalog: Catalog; close(): Promise<void> }>;
  readonly currency: string;
  readonly input: Readable;
  readonly output: Writable;
}

interface SearchFlags {
  readonly jsonl?: boolean;
  readonly limit: number;
}

export function addSearchCommand(program: Command, deps: SearchCommandDeps): void {
  program
    .command('search')
    .description('find products as a shopper would; with --jsonl and no words, one {"query"} a line on standard input')
    .argument('[words...]', 'what to search for')
    .option(
      '--jsonl',
      'write a line of JSON; without words, read {"query"} a line and write one for each, in the same order',
    )
    .option('--limit <n>', 'products to show, 1 to 1000', readLimit, 10)
    .action(async (words: readonly string[], flags: SearchFlags) => {
      const { catalog, close } = await deps.openCatalog();
      try {
        const searching = { ...deps, catalog, limit: flags.limit };
        const query = words.join(' ');
        if (!flags.jsonl) await searchWords(query, searching);
        else if (query === '') await searchLines(searching);
        else await write(searching.output, jsonLine(await answerQuery(query, searching)));
      } finally {
        await close();
      }
    });
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000) return limit;
  throw new InvalidArgumentError('a whole number from 1 to 1000 is needed');
}

interface Searching {
  readonly catalog: Catalog;
  readonly currency: string;
  readonly limit: number;
  readonly input: Readable;
  readonly output: Writable;
}

/** One answer a line, in order; a line that cannot be answered gets `{"error","line"}` in its place, an empty one nothing. */
function searchLines(deps: Searching): Promise<void> {
  return answerLines(deps, async (text, line) => {
    if (text.trim() === '') return '';
    const answer = await answerLine(text, deps).catch((error: unknown) => ({ error: inWords(error) }));
    return jsonLine('error' in answer ? { ...answer, line } : answer);
  });
}

async function answerLine(text: string, deps: Searching): Promise<object> {
  const query = readQuery(text);
  if (query === null) return { error: 'a line must be an object like {"query":"red shoes under 50"}' };
  return answerQuery(query, deps);
}

async function answerQuery(query: string, deps: Searching): Promise<object> {
  const { products, total } = await search(query, deps);
  return { query, products: products.map(toLine), total };
}

function jsonLine(answer: object): string {
  return `${JSON.stringify(answer)}\n`;
}

function readQuery(text: string): string | null {
  try {
    const read: unknown = JSON.parse(text);
    const query = typeof read === 'object' && read !== null && 'query' in read ? read.query : null;
    return typeof query === 'string' ? query : null;
  } catch {
    return null;
  }
}

async function search(query: string, { catalog, currency, limit }: Searching): Promise<CatalogPage> {
  return (await findByWish(catalog, { text: query, currency, locale: 'en', limit })).page;
}

function toLine({ id, title, brand, category, images, variants }: Product) {
  const [{ price, was, stock }] = variants;
  return { id, title, brand, category, price, ...(was && { was }), stock, image: images[0] ?? null };
}

async function searchWords(query: string, deps: Searching): Promise<void> {
  const { products, total } = await search(query, deps);
  const lines = products.map(({ title, variants: [{ price, stock }] }) => {
    const soldOut = stock === 0 ? colours.red('  sold out') : '';
    return `${colours.bold(formatMoney(price, 'en').padStart(10))}  ${title}${soldOut}`;
  });
  const summary = total === 0 ? 'Nothing found.' : colours.dim(`${products.length} of ${total}`);
  await write(deps.output, `${[...lines, summary].join('\n')}\n`);
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : 'the search failed';
}
