import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../../src/actions/action.ts';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { checkContext } from '../../src/config/check-context.ts';
import { readConfig } from '../../src/config/config.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';
import { readTests } from '../../src/rehearsal/read-tests.ts';
import { allPages, blocks } from './pages.ts';
import { readVariables } from './variables.ts';

/** docs/developers.md makes it. */
const shopHours = defineAction({
  name: 'shop.hours',
  about: 'x',
  input: z.object({ day: z.string() }),
  output: z.object({ from: z.string(), to: z.string() }),
  callers: ['flow'],
  async run() {
    return { from: '9:00', to: '18:00' };
  },
});

const registry = createActionRegistry([...allActions, shopHours]);
const context = checkContext(readConfig({}), registry);
const pages = allPages().filter(({ path }) => !path.startsWith('docs/flows/'));
const yaml = pages.flatMap((page) =>
  blocks(page, 'yaml').map((text, index) => ({ path: `${page.path}-${index}`, text })),
);

it('every flow in the README and the guides passes the checker on every channel', () => {
  const flows = yaml.filter(({ text }) => text.startsWith('flow:'));
  expect(flows.length).toBeGreaterThanOrEqual(2);
  expect(loadBook(flows, [], context).mistakes).toEqual([]);
});

it('every conversation test in the README can be read', () => {
  const tests = yaml.filter(({ text }) => text.startsWith('test:'));
  expect(tests.length).toBeGreaterThan(0);
  expect(readTests(tests, 'USD').mistakes).toEqual([]);
});

it('.env.example names exactly the variables that are read, and their defaults', () => {
  const example = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  const read = readVariables();
  expect(read.length).toBeGreaterThan(10);
  expect(example.sort()).toEqual([...read, 'NO_COLOR'].sort());
});
