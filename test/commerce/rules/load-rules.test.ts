import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../src/commerce/rules/load-rules.ts';
import { usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import { facts, usd } from '../pricing/pricing-shop.ts';

const load = (texts: Readonly<Record<string, string>>) =>
  loadRules(
    Object.entries(texts).map(([name, text]) => ({ path: `shop/${name}`, text })),
    facts,
  );

/** As a merchant reads them. */
const told = (texts: Readonly<Record<string, string>>) =>
  load(texts).mistakes.map(
    ({ file, line, column, message, hint }) =>
      `${file}:${line}:${column} ${message}${hint === null ? '' : ` → ${hint}`}`,
  );

const good = (topic: string, text: string) => {
  const { rules, mistakes } = load({ [`${topic}.yaml`]: text });
  expect(mistakes).toEqual([]);
  return rules;
};

describe('the merchant’s files', () => {
  it('that are not there, or say nothing, mean the usual rules', () => {
    const usual = JSON.stringify(usualRules(facts));
    expect(JSON.stringify(load({}).rules)).toBe(usual);
    expect(JSON.stringify(good('tax', '# nothing yet\n'))).toBe(usual);
    expect(JSON.stringify(good('tax', 'rates:\n  # - label: Sales tax\n'))).toBe(usual);
  });

  it('are read as what belongs there: postcodes keep their zeros, yes is yes, and Norway is a country', () => {
    const rules = good(
      'tax',
      'prices_include_tax: yes\nrates:\n  - label: City\n    percent: 8.875\n    countries: [NO, US]\n    postcodes: [02134, 10001]\n    shipping: no\n',
    );
    expect(rules?.tax).toMatchObject({
      prices_include_tax: true,
      rates: [
        { label: 'City', percent: 8.875, countries: ['NO', 'US'], postcodes: ['02134', '10001'], shipping: false },
      ],
    });
  });

  it('give amounts in minor units of the shop’s currency', () => {
    const text = 'lists:\n  - name: Trade\n    prices: { 0815: 4.90, mug-1: 0.29 }\n';
    expect(good('prices', text)?.prices.lists[0]?.prices).toEqual({ '0815': usd(490), 'mug-1': usd(29) });
  });
});

describe('a mistake', () => {
  it.each([
    [
      'a key that is nearly right',
      'tax.yaml',
      'rates:\n  - label: VAT\n    precent: 19\n    percent: 19\n',
      'shop/tax.yaml:3:5 There is no key "precent" here. → Did you mean "percent"?',
    ],
    [
      'a key that must be there, misspelled',
      'tax.yaml',
      'rates:\n  - label: VAT\n    precent: 19\n',
      'shop/tax.yaml:3:5 There is no key "precent" here. → Did you mean "percent"?',
    ],
    [
      'a key that is nothing like one',
      'stock.yaml',
      'colour: red\n',
      'shop/stock.yaml:1:1 There is no key "colour" here. → Keys here are: places, low_at.',
    ],
    [
      'what is missing',
      'tax.yaml',
      'rates:\n  - label: VAT\n',
      'shop/tax.yaml:2:5 "VAT" needs "percent". → Add a line "percent: …".',
    ],
    [
      'a percentage beyond bounds',
      'tax.yaml',
      'rates:\n  - label: VAT\n    percent: 190\n',
      'shop/tax.yaml:3:14 "percent" is more than 100.',
    ],
    [
      'a number with a sign',
      'coupons.yaml',
      'coupons:\n  - code: TEN\n    label: Ten\n    percent: 10 %\n',
      'shop/coupons.yaml:4:14 "percent" is not a percentage such as 8.25. → Write the number alone, with a point: 10',
    ],
    [
      'an amount with a comma',
      'prices.yaml',
      'lists:\n  - name: Trade\n    prices:\n      mug-1: $4,90\n',
      'shop/prices.yaml:4:14 "mug-1" is not an amount such as 4.90. → Write the number alone, with a point: 4.90',
    ],
    [
      'parts of a cent',
      'prices.yaml',
      'lists:\n  - name: Trade\n    prices:\n      mug-1: 4.901\n',
      'shop/prices.yaml:4:14 "mug-1" has too many decimals.',
    ],
    [
      'one where a list belongs',
      'tax.yaml',
      'rates:\n  - label: VAT\n    percent: 19\n    countries: DE\n',
      'shop/tax.yaml:4:16 "countries" is not a list. → Write it as a list: [DE]',
    ],
    [
      'one of a list',
      'tax.yaml',
      'rates:\n  - label: VAT\n    percent: 19\n    countries: [DE, Austria]\n',
      'shop/tax.yaml:4:21 "Austria" is not a country’s two letters, such as US.',
    ],
    [
      'a day that is none',
      'prices.yaml',
      'sales:\n  - name: Spring\n    percent: 10\n    from: 2026-02-30\n',
      'shop/prices.yaml:4:11 "from" is not a day such as 2026-12-01.',
    ],
    [
      'days in the wrong order',
      'coupons.yaml',
      'coupons:\n  - { code: TEN, label: Ten, percent: 10, from: 2026-12-02, to: 2026-12-01 }\n',
      'shop/coupons.yaml:2:65 "to" ends before it begins.',
    ],
    [
      'a coupon that does nothing',
      'coupons.yaml',
      'coupons:\n  - code: TEN\n    label: Ten\n',
      'shop/coupons.yaml:2:5 "TEN" needs percent, amount or free_shipping.',
    ],
    [
      'free pieces without pieces',
      'coupons.yaml',
      'promotions:\n  - name: three\n    label: Three for two\n    free_pieces: 1\n',
      'shop/coupons.yaml:4:18 "free_pieces" needs pieces, and more of them: 3 pieces, 1 of them free.',
    ],
    [
      'neither yes nor no',
      'coupons.yaml',
      'coupons:\n  - { code: TEN, label: Ten, percent: 10, combines: maybe }\n',
      'shop/coupons.yaml:2:53 "combines" is neither yes nor no.',
    ],
    [
      'a file of a strange name',
      'coupon.yaml',
      '',
      'shop/coupon.yaml:1:1 Nothing is read from a file of the name "coupon". → Did you mean "coupons"?',
    ],
    [
      'a key twice',
      'tax.yaml',
      'rates: []\nrates: []\n',
      'shop/tax.yaml:2:1 This key is here twice. → Keep one of them.',
    ],
    ['a list where keys belong', 'tax.yaml', '- 1\n', 'shop/tax.yaml:1:1 shop/tax.yaml has to have keys of its own.'],
  ])('is told at its place, with the mend: %s', (_what, name, text, words) => {
    expect(told({ [name]: text })).toEqual([words]);
    expect(load({ [name]: text }).rules).toBeNull();
  });

  it('hides no other: all are told at once, over all files', () => {
    const texts = {
      'tax.yaml': 'rates:\n  - percent: x\n  - label: 3\n    percent: -1\n',
      'stock.yaml': 'places: []\nlow: 3\n',
    };
    expect(told(texts).map((words) => words.split(' ')[0])).toEqual([
      'shop/stock.yaml:1:9',
      'shop/stock.yaml:2:1',
      'shop/tax.yaml:2:5',
      'shop/tax.yaml:2:14',
      'shop/tax.yaml:4:14',
    ]);
  });

  it('is a coupon code or a promotion that is there twice', () => {
    const text =
      'coupons:\n  - { code: Ten, label: Ten, percent: 10 }\n  - { code: TEN, label: Ten, percent: 10 }\npromotions:\n  - { name: a, label: A, percent: 1 }\n  - { name: a, label: A, percent: 1 }\n';
    expect(told({ 'coupons.yaml': text })).toEqual([
      'shop/coupons.yaml:3:13 The code "TEN" is here twice; capitals do not count. → Give one of them another code.',
      'shop/coupons.yaml:6:13 The promotion "a" is here twice. → Give one of them another name.',
    ]);
  });

  it('is a place to fetch orders from that no pieces are kept at', () => {
    const shipping = 'pick_up:\n  - { place: citty, label: City, address: 1 Market Street }\n';
    expect(told({ 'shipping.yaml': shipping, 'stock.yaml': 'places: [main, city]\n' })).toEqual([
      'shop/shipping.yaml:2:14 There is no place "citty" in stock.yaml. → Did you mean "city"?',
    ]);
    expect(told({ 'shipping.yaml': shipping.replace('citty', 'main') })).toEqual([]);
  });

  it('is two files for one topic', () => {
    expect(told({ 'tax.yaml': '', 'tax.yml': '' })).toEqual([
      'shop/tax.yml:1:1 There are two files for "tax". → Keep one of them.',
    ]);
  });
});
