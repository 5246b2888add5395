import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, type CliShop, openCliShop } from './cli.ts';

let shop: CliShop;
let flows: string;

beforeAll(async () => {
  await buildCli();
  shop = await openCliShop();
  flows = join(shop.folder, 'many');
  await mkdir(flows);
  const things = ['order', 'parcel', 'invoice', 'coupon', 'account', 'address', 'payment', 'refund', 'size', 'gift'];
  for (const [index, thing] of things.entries()) {
    const examples = ['where is my', 'please cancel the', 'i want to change my'].map(
      (start) => `  - ${start} ${thing}`,
    );
    const said = ['starts on:', ...examples, '  - help me now', 'steps:', '  - say: Yes.'].join('\n');
    await writeFile(join(flows, `f${index}.yaml`), `flow: ${thing}-flow\nabout: All about a ${thing}.\n${said}\n`);
  }
});
afterAll(() => shop.close());

interface Line {
  readonly [name: string]: unknown;
}

async function understand(lines: readonly (object | string)[], args: readonly string[] = []): Promise<readonly Line[]> {
  const cli = shop.run(['understand', '--jsonl', ...args]);
  cli.input.end(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  expect(await cli.ended, cli.complained()).toBe(0);
  return cli
    .said()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

const fields = ['language', 'intent', 'commands', 'slots', 'constraints', 'sentiment'];

describe('parley understand --jsonl', () => {
  it('writes these six fields for each line, in the same order, behind what the line had', async () => {
    const said = await understand(
      [{ id: 'a', text: 'where is my parcel' }, { text: 'a red scarf under 50, not leather' }, { text: '' }],
      ['--flows', flows],
    );
    expect(said.map((line) => Object.keys(line))).toEqual([
      ['id', 'text', ...fields],
      ['text', ...fields],
      ['text', ...fields],
    ]);
    expect(said[0]).toMatchObject({
      id: 'a',
      text: 'where is my parcel',
      language: 'en',
      intent: { name: 'parcel-flow' },
      commands: [{ command: 'start-flow', flow: 'parcel-flow' }],
    });
    expect(said[1]).toMatchObject({
      slots: { colour: 'red' },
      constraints: { price_to: 50, colour: ['red'], not: { words: ['leather'] } },
    });
    expect(said[2]).toMatchObject({ language: null, intent: null, commands: [], slots: {}, sentiment: null });
  });

  it('answers a line that cannot be read with an error in its place, and goes on', async () => {
    const said = await understand(['{"text"', '[]', { id: 7, text: 5 }, '', { text: 'hello' }]);
    expect(said.map((line) => 'error' in line)).toEqual([true, true, true, true, false]);
    expect(said[2]).toMatchObject({ id: 7, text: 5 });
  });

  it('tells values as the types they are', async () => {
    const [values] = await understand([{ text: 'order 10234 please, my mail is ana@example.com and i paid $20' }]);
    expect(values?.['slots']).toEqual({
      email: 'ana@example.com',
      order_number: '10234',
      money: { amount: 2000, currency: 'USD' },
    });
  });

  it('proposes to cancel, and to call a person', async () => {
    const said = await understand([{ text: 'never mind' }, { text: 'can i talk to a human' }]);
    expect(said.map((line) => line['commands'])).toEqual([
      [{ command: 'cancel' }],
      [{ command: 'handoff', reason: 'asked for a person' }],
    ]);
  });
});

it('parley understand writes for people without --jsonl', async () => {
  const cli = shop.run(['understand', 'two', 'red', 'hats', 'under', '50']);
  expect(await cli.ended, cli.complained()).toBe(0);
  expect(cli.said()).toContain('price_to: 50');
  expect(cli.complained()).toBe('');
});
