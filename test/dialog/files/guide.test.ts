import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { flowKeys, stepKeys } from '../../../src/dialog/files/keys.ts';
import { loadBook } from '../../../src/dialog/files/load-book.ts';
import { slotTypes } from '../../../src/understanding/slot-types.ts';
import { exampleContext } from './example-shop.ts';

const guide = readFileSync(new URL('../../../docs/flows/language.md', import.meta.url), 'utf8');

/** Whole flows as they are; steps in a flow of their own. */
const files = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ''], index) => ({
  path: `example-${index}.yaml`,
  text: text.startsWith('flow:')
    ? text
    : `flow: example-${index}\nabout: x\nstarts on: [example ${index}]\nsteps:\n${text.replace(/^(?=.)/gm, '  ')}`,
}));

it('every example of the guide is right', () => {
  expect(files.length).toBeGreaterThan(15);
  const actions = new Map([...createActionRegistry(allActions).shapes, ...exampleContext.actions]);
  const { mistakes } = loadBook(files, [], { ...exampleContext, actions, channels: [] });
  const told = mistakes.map(
    ({ file, line, message }) => `${files.find(({ path }) => path === file)?.text}\n${line}: ${message}`,
  );
  expect(told).toEqual([]);
});

it('the guide has every kind of step, every key and every type', () => {
  const keys = [
    ...Object.keys(flowKeys),
    ...Object.values(stepKeys).flatMap((keys) => Object.keys(keys)),
    ...slotTypes,
  ];
  expect([...new Set(keys)].filter((key) => !guide.includes(`\`${key}\``) && !guide.includes(`${key}:`))).toEqual([]);
});
