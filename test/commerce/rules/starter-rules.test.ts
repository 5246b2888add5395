import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noUses } from '../../../src/commerce/pricing/quote-input.ts';
import { quoteOrder } from '../../../src/commerce/pricing/quote-order.ts';
import { loadRules } from '../../../src/commerce/rules/load-rules.ts';
import { facts, line, newYork, noon, usd } from '../pricing/pricing-shop.ts';

const names = readdirSync('shop').filter((name) => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(`shop/${name}`, 'utf8');
const load = (texts: readonly (readonly [string, string])[]) =>
  loadRules(
    texts.map(([name, text]) => ({ path: `shop/${name}`, text })),
    facts,
  );

/** The examples in the comments, as if a merchant had taken the `# ` away. */
const uncommented = (text: string) => text.replace(/^( {2,})# ((?:- |[a-z_]+:| {2,}).*)$/gmu, '$1$2');

describe('the starter files', () => {
  it('have no mistakes', () => {
    expect(names).toEqual(expect.arrayContaining(['coupons.yaml', 'prices.yaml', 'tax.yaml']));
    const { rules, mistakes } = load(names.map((name) => [name, textOf(name)]));
    expect(mistakes).toEqual([]);
    expect(rules).not.toBeNull();
  });

  it.each(['coupons.yaml', 'prices.yaml', 'tax.yaml'])('%s has examples in its comments that work', (name) => {
    const text = uncommented(textOf(name));
    expect(text).not.toBe(textOf(name));
    expect(load([[name, text]]).mistakes).toEqual([]);
    expect(text.match(/^ {2}# - /gmu)).toBeNull();
  });

  it('give the demo its welcome and its free express delivery, and no tax', () => {
    const { rules } = load(['tax.yaml', 'coupons.yaml'].map((name) => [name, textOf(name)]));
    if (rules === null) throw new Error('no rules');
    const input = {
      destination: newYork,
      shipping: { method: 'express', label: 'Express', price: usd(1_290) },
      coupons: ['welcome10'],
      uses: noUses,
      fee: null,
      now: noon,
    };
    const lines = [line({ id: 'coat', price: 30_000 })];
    expect(quoteOrder({ ...input, lines }, rules, facts)).toMatchObject({
      total: usd(27_000),
      taxes: [],
      discounts: [
        { id: 'WELCOME10', amount: usd(3_000) },
        { id: 'free express', amount: usd(1_290) },
      ],
    });
  });
});
