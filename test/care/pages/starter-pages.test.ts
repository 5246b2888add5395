import { expect, it } from 'vitest';
import { loadPages } from '../../../src/care/pages/load-pages.ts';
import { loadRules } from '../../../src/commerce/rules/load-rules.ts';
import { readConfig } from '../../../src/config/config.ts';
import { readPageFiles } from '../../../src/config/read-pages.ts';
import { readRuleFiles } from '../../../src/config/read-rules.ts';

const { shop } = readConfig({});

async function starter() {
  const { passages, mistakes } = loadPages(await readPageFiles('pages'), shop);
  const { rules } = loadRules(await readRuleFiles('shop'), shop);
  if (!rules) throw new Error('The starter rules have mistakes');
  const said = (page: string) =>
    passages
      .filter((one) => one.page === page && one.locale === shop.locale)
      .map(({ text }) => text)
      .join('\n');
  return { mistakes, rules, said };
}

it('the starter pages have no mistake', async () => {
  expect((await starter()).mistakes).toEqual([]);
});

it('the starter pages promise what the starter rules do', async () => {
  const { rules, said } = await starter();
  const dollars = (amount: number) => `$${(amount / 100).toFixed(2).replace(/\.00$/u, '')}`;
  const [zone] = rules.shipping.zones;
  for (const way of zone?.methods ?? []) expect(said('delivery')).toContain(dollars(way.price?.amount ?? 0));
  expect(said('returns')).toContain(`${rules.orders.return.days} days`);
  expect(said('payment')).toContain(`${rules.payment.wait_minutes} minutes`);
  expect(said('payment')).toContain(rules.coupons.coupons[0]?.code);
});
