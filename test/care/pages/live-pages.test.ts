import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { pagesNews } from '../../../src/cli/flow-news.ts';
import { checkContext } from '../../../src/config/check-context.ts';
import { readConfig } from '../../../src/config/config.ts';
import { openLiveBook } from '../../../src/runtime/live-book.ts';
import { openLivePages, PagesBroken, type PagesChange } from '../../../src/runtime/live-pages.ts';

const config = readConfig({});
const hours = (time: string) => `# About us\n\n## Opening hours\n\nWe open at ${time}.\n`;
const asked = 'what are your opening hours';

async function openFolder(texts: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-pages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(texts)) await write(name, text);
  return { folder, write };
}

/** The pages, and each change as it is told. */
async function follow(folder: string) {
  const live = await openLivePages({ folder, shop: config.shop });
  const told: PagesChange[] = [];
  let wake = (): void => undefined;
  onTestFinished(
    live.follow((change) => {
      told.push(change);
      wake();
    }),
  );
  const next = async (): Promise<PagesChange> => {
    while (told.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return told.shift() as PagesChange;
  };
  return { live, next };
}

it('a changed page answers at once; a broken one is told and never replaces the good one', async () => {
  const { folder, write } = await openFolder({ 'about.md': hours('9') });
  const { live, next } = await follow(folder);
  const answer = () => live.current().find(asked)[0]?.passage.text;
  expect(answer()).toBe('We open at 9.');
  await write('about.md', hours('8'));
  expect(await next()).toMatchObject({ result: 'live', files: [expect.stringMatching(/about\.md$/u)] });
  expect(answer()).toBe('We open at 8.');
  await write('about.md', 'We open at 7.\n');
  expect(await next()).toMatchObject({ result: 'broken', mistakes: [{ code: 'no-title' }] });
  expect(answer()).toBe('We open at 8.');
  await write('about.md', hours('6'));
  expect((await next()).result).toBe('live');
  expect(answer()).toBe('We open at 6.');
});

it('a page in another language answers as soon as it is there', async () => {
  const { folder, write } = await openFolder({ 'about.md': hours('9') });
  const { live, next } = await follow(folder);
  await write('es/about.md', '# La tienda\n\n## Horario\n\nAbrimos a las 9.\n');
  expect((await next()).result).toBe('live');
  expect(live.current().find('¿a qué hora abren?')[0]?.passage.text).toBe('Abrimos a las 9.');
});

it('a page that an editor writes anew and moves into its place is live, each time', async () => {
  const { folder, write } = await openFolder({ 'about.md': hours('9') });
  const { live, next } = await follow(folder);
  for (const time of ['8', '7', '6']) {
    await write('.about.swp', hours(time));
    await rename(join(folder, '.about.swp'), join(folder, 'about.md'));
    expect(await next()).toMatchObject({ result: 'live' });
    expect(live.current().find(asked)[0]?.passage.text).toBe(`We open at ${time}.`);
  }
});

it('a broken page that is taken away is told to be gone, not live', async () => {
  const { folder, write } = await openFolder({ 'about.md': hours('9') });
  const { next } = await follow(folder);
  await write('broken.md', 'No title.');
  expect((await next()).result).toBe('broken');
  await rm(join(folder, 'broken.md'));
  const change = await next();
  expect(change).toMatchObject({ result: 'live', files: [], gone: [expect.stringMatching(/broken\.md$/u)] });
  expect(pagesNews(change, false)).toMatch(/^The page ".*broken\.md" is gone, the others are live\.\n$/u);
});

it('broken pages at the start are told all at once', async () => {
  const { folder } = await openFolder({ 'a.md': 'One.', 'b.md': 'Two.' });
  const broken = await openLivePages({ folder, shop: config.shop }).catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(PagesBroken);
  expect((broken as PagesBroken).mistakes).toHaveLength(2);
});

it('a shop without the folder has no pages', async () => {
  const live = await openLivePages({ folder: join(tmpdir(), 'parley-no-such-pages'), shop: config.shop });
  expect(live.current().find(asked)).toEqual([]);
});

it('the book has the newest pages, and stays the same object while nothing changes', async () => {
  const { folder, write } = await openFolder({ 'about.md': hours('9') });
  const { live, next } = await follow(folder);
  const check = checkContext(config, createActionRegistry(allActions));
  const store = { count: async () => 0 };
  const flows = await openFolder({
    'hello.yaml': 'flow: hello\nabout: Greet.\nstarts on:\n  - hello\nsteps:\n  - say: Hello!\n',
  });
  const book = await openLiveBook({ folder: flows.folder, check, store, pages: live.current });
  const before = book.current();
  expect(book.current()).toBe(before);
  await write('about.md', hours('8'));
  await next();
  const after = book.current();
  expect(after).not.toBe(before);
  expect(book.current()).toBe(after);
  expect(after.pages.find(asked)[0]?.passage.text).toBe('We open at 8.');
  expect(after.flows).toBe(before.flows);
});
