import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { rebuildFromStore } from '../../src/catalog/product-walk.ts';
import { addCatalogImportCommand } from '../../src/cli/catalog-import.ts';
import { addSearchCommand } from '../../src/cli/search.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

const openStore = () => openSqliteStore({ file: join(folder, 'shop.db') });

async function runImport(...args: string[]): Promise<{ readonly output: string; readonly code: number }> {
  const output = new PassThrough();
  let code = 0;
  const program = new Command().exitOverride();
  addCatalogImportCommand(program, {
    openStore,
    openIndex: async () => createEmbeddedIndex(),
    output,
    currency: 'USD',
    now: () => 1,
    setExitCode: (given) => {
      code = given;
    },
  });
  await program.parseAsync(['import', ...args], { from: 'user' });
  output.end();
  return { output: await text(output), code };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function runSearch(input: string, ...args: string[]): Promise<string> {
  const output = new PassThrough();
  const program = new Command().exitOverride();
  const openCatalog = async () => {
    const store = await openStore();
    const index = createEmbeddedIndex();
    await rebuildFromStore(store, index);
    return { catalog: createCatalog({ store, index }), close: () => store.close() };
  };
  addSearchCommand(program, { openCatalog, currency: 'USD', input: Readable.from([input]), output });
  const done = program.parseAsync(['search', ...args], { from: 'user' }).then(() => output.end());
  const written = await text(output);
  await done;
  return written;
}

const shop = 'Name,Cost,SKU\nRed Mug,5.00,M1\nBlue Mug,9,M2\nTorn,,M3\nTeapot,20,T1\n';

describe('parley catalog import', () => {
  it('imports CSV with mapped columns and names bad rows by file and line', async () => {
    const path = await file('shop.csv', shop);
    expect(await runImport(path, '--map', 'price=Cost')).toEqual({
      output: `${path}:4: left out: price is missing\n3 products with 3 variants imported, 1 rows left out\n`,
      code: 0,
    });
  });

  it('takes the mapping from a file', async () => {
    const mapping = await file('map.yaml', 'price: Cost\n');
    expect((await runImport(await file('shop.csv', shop), '--mapping', mapping)).code).toBe(0);
  });

  it.each([
    ['there is no such file', async () => [join(folder, 'nowhere.csv')]],
    ['no column for price', async () => [await file('shop.csv', shop)]],
    ['what kind of file is this?', async () => [await file('shop.bin', shop)]],
    ['0 products with 0 variants imported', async () => [await file('shop.jsonl', 'nonsense\n')]],
  ])('ends with a code when nothing could be imported: %s', async (word, args) => {
    const { output, code } = await runImport(...(await args()));
    expect(output).toContain(word);
    expect(code).toBe(1);
  });
});

describe('parley search', () => {
  beforeEach(async () => {
    await runImport(await file('shop.csv', shop), '--map', 'price=Cost');
  });

  it('answers a line for each line, in order, and goes on after a bad one', async () => {
    const lines = (await runSearch('{"query":"mug under 6"}\nnonsense\n\n{"query":7}\n{"query":"teapot"}', '--jsonl'))
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        query: 'mug under 6',
        products: [{ id: 'M1', title: 'Red Mug', price: { amount: 500, currency: 'USD' } }],
        total: 1,
      },
      { error: expect.any(String), line: 2 },
      { error: expect.any(String), line: 4 },
      { query: 'teapot', products: [{ id: 'T1' }], total: 1 },
    ]);
  });

  it('keeps to the limit and tells the total all the same', async () => {
    const answer = JSON.parse(await runSearch('{"query":"cheapest mug"}', '--jsonl', '--limit', '1'));
    expect(answer).toMatchObject({ products: [{ id: 'M1' }], total: 2 });
  });

  it('answers the words of the command in JSON without waiting for input', async () => {
    const answer = JSON.parse(await runSearch('', 'cheapest', 'mug', '--jsonl', '--limit', '1'));
    expect(answer).toMatchObject({ query: 'cheapest mug', products: [{ id: 'M1' }], total: 2 });
  });

  it('shows people prices and titles', async () => {
    const shown = await runSearch('', 'red', 'mug');
    expect(shown).toContain('$5.00');
    expect(shown).toContain('Red Mug');
    expect(await runSearch('', 'zeppelin')).toContain('Nothing found.');
  });
});
