import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { loadPages } from '../../src/care/pages/load-pages.ts';
import { addFlowsTest } from '../../src/cli/flows-test.ts';
import { checkContext } from '../../src/config/check-context.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { readFlowFolder } from '../../src/config/read-flows.ts';
import { readPageFiles } from '../../src/config/read-pages.ts';
import { allPages, blocks } from './pages.ts';

/** The starter flows, and beside them what the README has a newcomer save. */
let folder: string;
let config: Config;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-first-flow-'));
  const flows = join(folder, 'flows');
  config = { ...readConfig({ PARLEY_DATA: folder }), flowsFolder: flows };
  await cp('flows', flows, { recursive: true, filter: (path) => !path.endsWith('tests') });
  const readme = allPages().find(({ path }) => path === 'README.md');
  const [flow = '', test = ''] = readme ? blocks(readme, 'yaml') : [];
  await writeFile(join(flows, 'engraving.yaml'), flow);
  await mkdir(join(flows, 'tests'));
  await writeFile(join(flows, 'tests', 'engraving.yaml'), test);
  const opening = '- shopper: can you engrave this for me?';
  expect(test).toContain(opening);
  const others = ['do you do engraving', 'I want it engraved', 'how much is engraving'].map((words) =>
    test.replace(opening, `- shopper: ${words}`),
  );
  for (const [index, other] of others.entries())
    await writeFile(join(flows, 'tests', `reworded-${index}.yaml`), other.replace('test: ', `test: reworded, `));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function flowsTest(words: readonly string[]) {
  let [text, failed] = ['', false];
  const { pages } = loadPages(await readPageFiles('pages'), config.shop);
  const flows = new Command('flows').exitOverride();
  addFlowsTest(flows, {
    readFlows: () => readFlowFolder(config.flowsFolder),
    context: () => ({ ...checkContext(config, createActionRegistry(allActions)), ...(pages && { pages }) }),
    config: () => config,
    write: (said) => {
      text += said;
    },
    isTerminal: false,
    fail: () => {
      failed = true;
    },
  });
  await flows.parseAsync(['test', ...words], { from: 'user' });
  return { text, failed };
}

it('the README’s first flow goes as it says among the starter flows and pages', async () => {
  const passed = { text: '1 conversation on 6 channels: all went as written\n', failed: false };
  expect(await flowsTest(['engraving.yaml'])).toEqual(passed);
}, 60_000);

it('so it does when a shopper words it in another way', async () => {
  const passed = { text: '3 conversations on 6 channels: all went as written\n', failed: false };
  expect(await flowsTest(['reworded'])).toEqual(passed);
}, 60_000);

it('flows test fails where no test is called so', async () => {
  expect(await flowsTest(['no', 'such'])).toEqual({
    text: 'No test has "no such" in its title or the name of its file.\n',
    failed: true,
  });
});
