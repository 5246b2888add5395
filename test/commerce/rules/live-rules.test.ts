import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openLiveRules, RulesBroken, type RulesChange } from '../../../src/runtime/live-rules.ts';
import { facts } from '../pricing/pricing-shop.ts';

const rate = (percent: string) => `rates:\n  - label: VAT\n    percent: ${percent}\n`;

async function openFolder(texts: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-rules-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  for (const [name, text] of Object.entries(texts)) await write(name, text);
  return { folder, write };
}

/** The rules, and each change as it is told. */
async function follow(folder: string) {
  const live = await openLiveRules({ folder, shop: facts });
  const told: RulesChange[] = [];
  let wake = (): void => undefined;
  onTestFinished(
    live.follow((change) => {
      told.push(change);
      wake();
    }),
  );
  const next = async (): Promise<RulesChange> => {
    while (told.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return told.shift() as RulesChange;
  };
  return { live, next };
}

it('a changed file is live at once; a broken one is told and never replaces the good ones', async () => {
  const { folder, write } = await openFolder({ 'tax.yaml': rate('7') });
  const { live, next } = await follow(folder);
  const percent = () => live.current().tax.rates[0]?.percent;
  expect(percent()).toBe(7);
  await write('tax.yaml', rate('8'));
  expect(await next()).toMatchObject({ result: 'live', files: [expect.stringMatching(/tax\.yaml$/u)] });
  expect(percent()).toBe(8);
  await write('tax.yaml', rate('eight'));
  expect(await next()).toMatchObject({ result: 'broken', mistakes: [{ line: 3, column: 14 }] });
  expect(percent()).toBe(8);
  await write('tax.yaml', rate('9'));
  expect((await next()).result).toBe('live');
  expect(percent()).toBe(9);
});

it('a file that is taken away means the usual again, and a new one counts', async () => {
  const { folder, write } = await openFolder({ 'tax.yaml': rate('7') });
  const { live, next } = await follow(folder);
  await rm(join(folder, 'tax.yaml'));
  expect((await next()).result).toBe('live');
  expect(live.current().tax.rates).toEqual([]);
  await write('stock.yaml', 'low_at: 9\n');
  expect((await next()).result).toBe('live');
  expect(live.current().stock.low_at).toBe(9);
});

it('broken files at the start are told all at once', async () => {
  const { folder } = await openFolder({ 'tax.yaml': rate('x'), 'stock.yaml': 'low_at: few\n' });
  const broken = await openLiveRules({ folder, shop: facts }).catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(RulesBroken);
  expect(broken).toMatchObject({ code: 'RULES_BROKEN', mistakes: [{ line: 1 }, { line: 3 }] });
});

it('a folder that is not there means that everything is as usual', async () => {
  const live = await openLiveRules({ folder: join(tmpdir(), 'parley-no-such-folder'), shop: facts });
  expect(live.current().coupons.coupons).toEqual([]);
  live.follow(() => undefined)();
});
