import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import type { ProductIndex } from '../../src/catalog/product-index.ts';
import { searchSettings } from '../../src/catalog/search-settings.ts';
import { synonymsNews } from '../../src/cli/flow-news.ts';
import { FlowsBroken } from '../../src/runtime/live-book.ts';
import { openLiveSynonyms, readSynonyms, type SynonymsChange } from '../../src/runtime/live-synonyms.ts';
import { aProduct } from '../catalog/shelf.ts';
import { describeWith } from '../services/servers.ts';

async function openFolder(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-synonyms-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = (now: string) => writeFile(join(folder, 'synonyms.yaml'), now);
  await write(text);
  return { folder, write };
}

/** Time stands still: what is planned is called by hand. */
function stillClock() {
  const planned: (() => void)[] = [];
  const after = (_ms: number, call: () => void) => {
    planned.push(call);
    return () => void planned.splice(planned.indexOf(call), 1);
  };
  return { planned, after };
}

async function follow(folder: string, index: Pick<ProductIndex, 'useSynonyms'>) {
  const clock = stillClock();
  const failures: unknown[] = [];
  const live = await openLiveSynonyms({ folder, index, clock, failed: (error) => failures.push(error) });
  const told: SynonymsChange[] = [];
  let wake = (): void => undefined;
  const stop = live.follow((change) => {
    told.push(change);
    wake();
  });
  onTestFinished(stop);
  const next = async (): Promise<SynonymsChange> => {
    while (told.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return told.shift() as SynonymsChange;
  };
  return { live, next, clock, failures, stop };
}

async function liveInIndex(open: (settings: typeof searchSettings) => Promise<ProductIndex>): Promise<void> {
  const { folder, write } = await openFolder('- [wellies, boots]\n');
  const index = await open({ ...searchSettings, synonyms: await readSynonyms(folder) });
  onTestFinished(() => index.close());
  await index.put([aProduct('b', { title: 'Rubber Boots' }), aProduct('h', { title: 'Straw Hat' })]);
  const found = async (text: string) => (await index.search({ text })).ids;
  expect([await found('wellies'), await found('panama')]).toEqual([['b'], []]);
  const { next } = await follow(folder, index);
  await write('- [panama, hat]\n');
  const news = await next();
  expect(synonymsNews(news, false)).toBe('The synonyms are live.\n');
  expect([await found('wellies'), await found('panama')]).toEqual([[], ['h']]);
  await write('- [panama]\n- [wellies, boots]\n');
  const broken = await next();
  expect(broken).toMatchObject({ result: 'broken', mistakes: [{ line: 1, column: 3 }] });
  expect(synonymsNews(broken, false)).toContain('The synonyms before stay live.');
  expect([await found('wellies'), await found('panama')]).toEqual([[], ['h']]);
  await index.rebuild((put) => put([aProduct('h', { title: 'Straw Hat' })]));
  expect(await found('panama')).toEqual(['h']);
}

describe('a synonyms file that changes while the shop is open', () => {
  it('is live at once in the embedded index; a broken one never replaces a good one', async () => {
    await liveInIndex(async (settings) => createEmbeddedIndex({ settings }));
  });

  it('is brought to a search server that was away, as it is by then', async () => {
    const { folder, write } = await openFolder('- [a, b]\n');
    const taken: unknown[] = [];
    let isAway = true;
    const { next, clock, failures } = await follow(folder, {
      useSynonyms: async (synonyms) => {
        if (isAway) throw new Error('away');
        taken.push(synonyms['wellies']);
      },
    });
    await write('- [wellies, boots]\n');
    const change = await next();
    expect(change).toMatchObject({ result: 'live', taken: false });
    expect(synonymsNews(change, false)).toContain('asked again');
    await write('- [wellies, galoshes]\n');
    expect(await next()).toMatchObject({ taken: false });
    expect([failures.length, clock.planned.length]).toEqual([2, 1]);
    isAway = false;
    clock.planned[0]?.();
    await expect.poll(() => taken).toEqual([['galoshes']]);
  });

  it('is asked for no more once nobody follows', async () => {
    const { folder, write } = await openFolder('- [a, b]\n');
    const away = { useSynonyms: () => Promise.reject(new Error('away')) };
    const { next, clock, stop } = await follow(folder, away);
    await write('- [a, c]\n');
    await next();
    expect(clock.planned).toHaveLength(1);
    stop();
    expect(clock.planned).toHaveLength(0);
  });

  it('that is broken to begin with keeps the shop closed, with its place', async () => {
    const { folder } = await openFolder('- [a, b]\n- [c]\n');
    const failed: unknown = await readSynonyms(folder).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(FlowsBroken);
    expect(failed).toMatchObject({ mistakes: [{ line: 2, column: 3 }] });
  });
});

await describeWith('meilisearch', 'with Meilisearch', ({ url, apiKey }) => {
  it('a changed synonyms file changes the server’s settings; a broken one does not', async () => {
    const indexUid = `live-synonyms-${process.pid}-${Date.now()}`;
    await liveInIndex((settings) => createMeilisearchIndex({ url, settings, indexUid, ...(apiKey && { apiKey }) }));
  });
});
