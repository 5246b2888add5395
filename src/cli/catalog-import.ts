import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ImportFormat, ImportRefused } from '../catalog/import/drafts.ts';
import { type ImportProgress, importCatalog } from '../catalog/import/import-catalog.ts';
import { type FieldMapping, type MappingRead, parseMapOption, parseMappingFile } from '../catalog/import/mapping.ts';
import type { ImportReport } from '../catalog/import/report.ts';
import { fileSource } from '../catalog/import/source.ts';
import type { ProductIndex } from '../catalog/product-index.ts';
import type { StockRules } from '../commerce/rules/stock.ts';
import type { Store } from '../storage/store.ts';

export interface CatalogImportDeps {
  readonly openStore: () => Promise<Store>;
  readonly openIndex: (store: Store) => Promise<ProductIndex>;
  readonly output: Writable & { readonly isTTY?: boolean };
  /** The shop's, e.g. USD; `--currency` overrides it for one file. */
  readonly currency: string;
  readonly now: () => number;
  /** Where counted pieces are, and what is low; as in a shop that has written nothing down when absent. */
  readonly stockRules?: () => Promise<StockRules>;
  /** Told non-zero when nothing could be imported. */
  readonly setExitCode: (code: number) => void;
}

interface ImportFlags {
  readonly format?: ImportFormat;
  readonly map?: FieldMapping;
  readonly mapping?: string;
  readonly currency?: string;
  readonly decimal?: '.' | ',';
  readonly replace?: boolean;
}

/** Adds `import` to the `catalog` command. */
export function addCatalogImportCommand(catalog: Command, deps: CatalogImportDeps): void {
  catalog
    .command('import')
    .description('bring products from a file into the shop; broken off, the same command goes on where it was')
    .argument('<file>', 'JSON Lines (.jsonl), CSV, or a product export of Shopify')
    .addOption(
      new Option('--format <format>', 'when the name of the file does not tell').choices(['jsonl', 'csv', 'shopify']),
    )
    .option('--map <pairs>', 'columns, as in title=Name,price=Price,attributes.colour=Colour', readMapOption)
    .option('--mapping <file>', 'a YAML file with lines like `title: Name`')
    .option('--currency <code>', 'what prices without a currency are in', readCurrency)
    .addOption(new Option('--decimal <mark>', 'the decimal mark of prices').choices(['.', ',']))
    .option('--replace', 'remove products that the file does not name')
    .action((file: string, flags: ImportFlags) => runImport(file, flags, deps));
}

async function runImport(file: string, flags: ImportFlags, deps: CatalogImportDeps): Promise<void> {
  const { output } = deps;
  try {
    const report = await withShop(deps, (shop) => importFile(file, flags, { ...deps, ...shop }));
    output.write(`${reportLines(file, report).join('\n')}\n`);
    deps.setExitCode(report.products === 0 ? 1 : 0);
  } catch (error) {
    if (!(error instanceof ImportRefused) && !isMissingFile(error)) throw error;
    output.write(`${file}: ${error instanceof ImportRefused ? error.message : 'there is no such file'}\n`);
    deps.setExitCode(1);
  }
}

interface Shop {
  readonly store: Store;
  readonly index: ProductIndex;
}

async function withShop<T>({ openStore, openIndex }: CatalogImportDeps, use: (shop: Shop) => Promise<T>): Promise<T> {
  const store = await openStore();
  try {
    const index = await openIndex(store);
    return await use({ store, index }).finally(() => index.close());
  } finally {
    await store.close();
  }
}

async function importFile(file: string, flags: ImportFlags, deps: CatalogImportDeps & Shop): Promise<ImportReport> {
  const { store, index, now } = deps;
  const { decimal, replace = false, currency = deps.currency } = flags;
  const source = await fileSource(file);
  const mapping = { ...(flags.mapping && (await readMappingFile(flags.mapping))), ...flags.map };
  const format = flags.format ?? (await guessFormat(file));
  const bar = createProgressView(deps.output);
  const options = { source, format, mapping, currency, replace, store, index, now, ...(decimal && { decimal }) };
  const stock = await deps.stockRules?.();
  return importCatalog({ ...options, ...(stock && { stock }), onProgress: bar.tell }).finally(bar.stop);
}

async function guessFormat(file: string): Promise<ImportFormat> {
  switch (extname(file).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return 'jsonl';
    case '.csv':
    case '.tsv':
      return (await firstLine(file)).includes('Variant Price') ? 'shopify' : 'csv';
    default:
      return formatOf(await firstLine(file));
  }
}

function formatOf(line: string): ImportFormat {
  const start = line.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('{"')) return 'jsonl';
  if (start.startsWith('Handle,') && start.includes('Variant Price')) return 'shopify';
  if (start.startsWith('['))
    throw new ImportRefused('this is one list of JSON; one product a line is needed, as `jq -c ".[]" FILE` writes it');
  throw new ImportRefused('what kind of file is this? Say --format jsonl, csv or shopify');
}

async function firstLine(file: string): Promise<string> {
  for await (const chunk of (await fileSource(file)).open())
    return Buffer.from(chunk).toString('utf8').split('\n', 1)[0] ?? '';
  return '';
}

async function readMappingFile(file: string): Promise<FieldMapping> {
  const read = parseMappingFile(await readFile(file, 'utf8'));
  if ('problem' in read) throw new ImportRefused(`${file}: ${read.problem}`);
  return read.mapping;
}

function readMapOption(text: string): FieldMapping {
  const read: MappingRead = parseMapOption(text);
  if ('problem' in read) throw new InvalidArgumentError(read.problem);
  return read.mapping;
}

function readCurrency(text: string): string {
  const code = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new InvalidArgumentError('a code of three letters such as USD is needed');
}

interface ProgressView {
  readonly tell: (progress: ImportProgress) => void;
  readonly stop: () => void;
}

/** A bar for people; nothing in a log, where the report at the end says it all. */
function createProgressView(output: CatalogImportDeps['output']): ProgressView {
  if (!output.isTTY) return { tell: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {products} products | {leftOut} left out',
    stream: output,
    hideCursor: true,
  });
  let started = false;
  return {
    tell({ bytesRead, bytes, products, leftOut }) {
      if (!started) bar.start(bytes ?? bytesRead, 0, { products: 0, leftOut: 0 });
      started = true;
      if (bytes === null) bar.setTotal(bytesRead);
      bar.update(bytesRead, { products, leftOut });
    },
    stop: () => bar.stop(),
  };
}

function reportLines(file: string, report: ImportReport): readonly string[] {
  const { products, variants, leftOut, leftOutCount, removed, notRemoved, resumedAt } = report;
  const more = leftOutCount - leftOut.length;
  return [
    ...leftOut.map(({ line, reason }) => `${file}:${line}: left out: ${reason}`),
    ...(more > 0 ? [`and ${more} more rows left out`] : []),
    ...(resumedAt > 0 ? [`went on after ${resumedAt} products that were there already`] : []),
    ...(removed > 0 ? [`${removed} products removed that the file does not name`] : []),
    ...(notRemoved === null ? [] : [`nothing removed: ${notRemoved}`]),
    `${products} products with ${variants} variants imported, ${leftOutCount} rows left out`,
  ];
}

function isMissingFile(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
