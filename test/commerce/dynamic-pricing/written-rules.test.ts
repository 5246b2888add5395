import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../src/commerce/rules/load-rules.ts';
import { facts } from './pricing-shop.ts';

function checked(text: string) {
  return loadRules([{ path: 'shop/dynamic-prices.yaml', text }], facts);
}

function mistakes(text: string): readonly string[] {
  return checked(text).mistakes.map(({ line, message }) => `${line}: ${message}`);
}

describe('shop/dynamic-prices.yaml', () => {
  it('has no mistake as it comes, and moves nothing', () => {
    const { rules, mistakes } = checked(readFileSync('shop/dynamic-prices.yaml', 'utf8'));
    expect(mistakes).toEqual([]);
    expect(rules?.['dynamic-prices']).toMatchObject({ on: false, ending: { modulus: 100, rest: 99 } });
    expect(rules?.['dynamic-prices'].rules.map(({ change }) => change)).toEqual([
      { of: 'base', percent: 5 },
      { of: 'base', percent: -10 },
      { of: 'competitor', percent: -1 },
    ]);
  });

  it('leaves out what is left empty', () => {
    const { rules } = checked('on: yes\nmost_change_per_day:\nending:\n');
    expect(rules?.['dynamic-prices']).toMatchObject({ on: true, most_change_per_day: null, ending: null });
  });

  it.each([
    ['floor: 130%\n', '1: "floor" is above the ceiling.'],
    ['floor: cheap\n', '1: "floor" is neither a percentage such as 80% nor an amount such as 49.90.'],
    ['limits:\n  - { floor: 99, ceiling: 90 }\n', 'has its floor above its ceiling'],
    [
      'rules:\n  - { name: A, change: more }\n',
      '2: "change" is not a change such as +5%, -10%, -2.50 or competitor - 1%.',
    ],
    ['rules:\n  - { name: A, change: +5%, when: { stock: {} } }\n', '2: "stock" needs below or above.'],
    ['rules:\n  - { name: A, change: +5%, when: { hours: 25:00-26:00 } }\n', 'are not hours such as 18:00-22:00'],
    ['rules:\n  - { name: A, change: +5%, when: { weekday: [fri] } }\n', 'There is no key "weekday" here.'],
  ])('tells what is wrong in %j', (text, told) => {
    expect(mistakes(text).join('\n')).toContain(told);
  });
});
