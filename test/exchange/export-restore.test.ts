import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { addExportCommand } from '../../src/cli/export.ts';
import { addRestoreCommand } from '../../src/cli/restore.ts';
import { documentLine, endLine, headLine } from '../../src/exchange/exchange-file.ts';
import { exportAll } from '../../src/exchange/export-all.ts';
import { restore } from '../../src/exchange/restore.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import type { Kind } from '../../src/storage/kinds.ts';
import type { Store, Write } from '../../src/storage/store.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';

const document = (kind: Kind, id: string, body: JsonObject): Write => ({ kind, id, revision: 0, body });
const fileOf = (...lines: readonly string[]) =>
  async function* () {
    yield Buffer.from(`${lines.join('\n')}\n`);
  };
const head = headLine(0, ['cart']);

describe('an export', () => {
  it('holds orders and stock of one moment, though an order is placed between reading the one and the other', async () => {
    const store = createMemoryStore(new Map());
    await store.commit([document('stock', 'A', { reserved: 0 }), document('cart', 'c', {})]);
    let placed = false;
    const moving: Pick<Store, 'find'> = {
      find: async (kind, query) => {
        const found = await store.find(kind, query);
        if (kind === 'order' && !placed) {
          placed = true;
          await store.commit([
            document('order', '1', { sku: 'A' }),
            { ...document('stock', 'A', { reserved: 1 }), revision: 1 },
          ]);
        }
        return found;
      },
    };
    const lines: string[] = [];
    for await (const line of exportAll({ store: moving, kinds: ['order', 'stock', 'cart'], now: () => 0 }))
      lines.push(line);
    const copy = createMemoryStore(new Map());
    await restore({ store: copy, open: fileOf(...lines) });
    expect((await copy.get('order', '1'))?.body).toEqual({ sku: 'A' });
    expect((await copy.get('stock', 'A'))?.body).toEqual({ reserved: 1 });
    expect(lines.at(-1)).toBe(endLine(3, true));
  });

  it('forgets what was deleted while it was written', async () => {
    const store = createMemoryStore(new Map());
    await store.commit([document('order', '1', {}), document('order', '2', {})]);
    let deleted = false;
    const moving: Pick<Store, 'find'> = {
      find: async (kind, query) => {
        const found = await store.find(kind, query);
        if (!deleted) await store.commit([{ kind: 'order', id: '1', revision: 1, body: null }]);
        deleted = true;
        return found;
      },
    };
    const lines: string[] = [];
    for await (const line of exportAll({ store: moving, kinds: ['order'], now: () => 0 })) lines.push(line);
    const copy = createMemoryStore(new Map());
    expect(await restore({ store: copy, open: fileOf(...lines) })).toMatchObject({ written: 1, refused: false });
    expect(await copy.get('order', '1')).toBeNull();
  });

  it('says that the shop never stood still when it never did', async () => {
    const store = createMemoryStore(new Map());
    await store.commit([document('stock', 'A', {})]);
    const restless: Pick<Store, 'find'> = {
      find: async (kind, query) => {
        const [stock] = await store.find('stock', {});
        await store.commit([{ ...document('stock', 'A', {}), revision: stock?.revision ?? 0 }]);
        return store.find(kind, query);
      },
    };
    const lines: string[] = [];
    for await (const line of exportAll({ store: restless, kinds: ['stock'], now: () => 0 })) lines.push(line);
    expect(lines.at(-1)).toContain('"settled":false');
  });
});

describe('a file that is restored', () => {
  const one = documentLine('cart', 'a', { n: 1 });
  const faults: readonly (readonly [string, readonly string[], number])[] = [
    ['a line that is no JSON', [head, one, '{"kind":"cart"', endLine(2, true)], 3],
    ['a kind that nobody knows', [head, '{"kind":"basket","id":"a","body":{}}', one, endLine(2, true)], 2],
    ['a body that is a list', [head, one, '{"kind":"cart","id":"b","body":[]}', endLine(2, true)], 3],
    ['an id that is a number', [head, one, '{"kind":"cart","id":7,"body":{}}', endLine(2, true)], 3],
    ['no first line', [one, endLine(1, true)], 1],
    ['another version', ['{"parley":"export","version":9}', one, endLine(1, true)], 1],
    ['no end', [head, one], 3],
    ['fewer lines than were written', [head, one, endLine(2, true)], 3],
    ['something after the end', [head, one, endLine(1, true), one], 4],
  ];
  it.each(faults)('with %s changes nothing, and the line is told', async (_title, lines, line) => {
    const store = createMemoryStore(new Map());
    const report = await restore({ store, open: fileOf(...lines) });
    expect(report).toMatchObject({ refused: true, written: 0 });
    expect(report.bad.map((bad) => bad.line)).toContain(line);
    expect(await store.count('cart', {})).toBe(0);
    expect(await restore({ store, open: fileOf(...lines), leaveOut: true })).toMatchObject({
      refused: false,
      written: 1,
    });
  });

  it('keeps what is there, and overwrites it when it is asked to', async () => {
    const store = createMemoryStore(new Map());
    await store.commit([document('cart', 'a', { n: 0 })]);
    const file = fileOf(head, one, documentLine('cart', 'b', {}), endLine(2, true));
    expect(await restore({ store, open: file })).toMatchObject({ written: 1, kept: 1 });
    expect((await store.get('cart', 'a'))?.body).toEqual({ n: 0 });
    expect(await restore({ store, open: file, replace: true })).toMatchObject({ written: 2, kept: 0 });
    expect((await store.get('cart', 'a'))?.body).toEqual({ n: 1 });
  });

  it('that broke off is finished by doing it again', async () => {
    const data = new Map();
    let commits = 0;
    const failing = createMemoryStore(data, { fault: () => (++commits === 2 ? 'before' : 'none') });
    const documents = Array.from({ length: 300 }, (_, n) => documentLine('cart', `c${n}`, { n }));
    const file = fileOf(head, ...documents, endLine(300, true));
    await expect(restore({ store: failing, open: file })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const store = createMemoryStore(data);
    expect(await store.count('cart', {})).toBe(200);
    expect(await restore({ store, open: file })).toMatchObject({ written: 100, kept: 200 });
  });
});

describe('the commands', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-exchange-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(shop: string, ...args: readonly string[]) {
    const [output, news] = [new PassThrough(), new PassThrough()];
    let code = 0;
    const program = new Command().exitOverride();
    const openStore = () => openSqliteStore({ file: join(folder, `${shop}.db`) });
    addExportCommand(program, { openStore, output, news, now: () => 0 });
    const openIndex = async () => createEmbeddedIndex();
    const setExitCode = (given: number) => {
      code = given;
    };
    addRestoreCommand(program, { openStore, openIndex, output, now: () => 0, setExitCode });
    await program.parseAsync([...args], { from: 'user' });
    output.end();
    news.end();
    return { output: await text(output), news: await text(news), code };
  }

  it('carry a shop over, in a file that nobody else may read', async () => {
    const store = await openSqliteStore({ file: join(folder, 'old.db') });
    const product = {
      ...{ id: 'mug', title: 'Mug', description: '', brand: null, category: [], attributes: {}, images: [], tags: [] },
      variants: [{ sku: 'M', options: {}, price: { amount: 900, currency: 'USD' }, stock: 3 }] as const,
    };
    await store.commit([document('product', 'mug', productBody(product, null)), document('cart', 'c', {})]);
    await store.close();
    const file = join(folder, 'shop.jsonl');
    expect((await run('old', 'export', file)).news).toBe(`2 documents written into ${file}.\n`);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await run('new', 'restore', file)).toMatchObject({ output: '2 documents written.\n', code: 0 });
    const onScreen = await run('new', 'export', '-', '--kinds', 'product,cart');
    expect(onScreen.output.split('\n').slice(1)).toEqual(
      (await run('old', 'export', '--kinds', 'product,cart')).output.split('\n').slice(1),
    );
    expect((await run('new', 'export', '--kinds', 'import')).output).toContain('"finished":true');
  });

  it('tell a bad line with its number and leave the shop as it is', async () => {
    const file = join(folder, 'bad.jsonl');
    await writeFile(file, `${head}\nnonsense\n${endLine(0, true)}\n`);
    const { output, code } = await run('new', 'restore', file);
    expect(output).toContain(`${file}:2: the line is not a JSON object\n`);
    expect(output).toContain('Nothing has been written.');
    expect(code).toBe(1);
    expect(await readFile(file, 'utf8')).toContain('nonsense');
  });
});
