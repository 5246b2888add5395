import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { addShopCheck } from '../../../src/cli/shop-check.ts';
import { addShopPrice, readPlace } from '../../../src/cli/shop-price.ts';
import { addShopSchema } from '../../../src/cli/shop-schema.ts';
import { topics } from '../../../src/commerce/rules/shop-rules.ts';
import type { FlowFile } from '../../../src/dialog/files/flow-file.ts';
import { createMemoryStore } from '../../runtime/memory-store.ts';
import { facts, noon, product, rulesOf, type Written } from '../pricing/pricing-shop.ts';

interface Given {
  readonly files?: readonly FlowFile[];
  readonly rules?: Written;
}

async function run(words: readonly string[], { files = [], rules = {} }: Given = {}) {
  const store = createMemoryStore(new Map());
  const mug = product({ id: 'mug', price: 1_000, was: 1_250 });
  const second = { ...mug.variants[0], sku: 'mug-2', options: { colour: 'blue' } };
  const body = productBody({ ...mug, title: 'Enamel mug', variants: [mug.variants[0], second] }, null);
  await store.commit([{ kind: 'product', id: 'mug', revision: 0, body }]);
  let [text, failed] = ['', false];
  const deps = {
    readRules: async () => files,
    facts: () => facts,
    rules: async () => rulesOf(rules),
    openStock: async () => ({ store, close: async () => undefined }),
    write: (words_: string) => {
      text += words_;
    },
    fail: () => {
      failed = true;
    },
    now: () => noon,
    isTerminal: false,
  };
  const command = new Command('shop').exitOverride().configureOutput({ writeErr: () => undefined });
  for (const sub of [addShopCheck, addShopSchema, addShopPrice]) sub(command, deps);
  await command.parseAsync(words, { from: 'user' });
  return { text, failed };
}

describe('parley shop check', () => {
  it('shows the line, a caret and the mend, and fails', async () => {
    const files = [{ path: 'shop/stock.yaml', text: 'low_at: few\n' }];
    expect(await run(['check'], { files })).toEqual({
      failed: true,
      text: `shop/stock.yaml
  shop/stock.yaml:1:9 error "low_at" is not a number. wrong-type
       1 | low_at: few
         |         ^

1 file: 1 error, 0 warnings.
`,
    });
  });

  it('of good files says so and does not fail', async () => {
    const files = [{ path: 'shop/stock.yaml', text: 'low_at: 5\n' }];
    expect(await run(['check'], { files })).toEqual({ failed: false, text: '1 file, no mistakes.\n' });
  });

  it('writes JSON for other programs', async () => {
    const { text } = await run(['check', '--json'], { files: [{ path: 'shop/stock.yaml', text: 'low: 5\n' }] });
    expect(JSON.parse(text)).toMatchObject({ mistakes: [{ file: 'shop/stock.yaml', line: 1, code: 'unknown-key' }] });
  });
});

describe('parley shop price', () => {
  const rules = {
    tax: { rates: [{ label: 'Sales tax', percent: 8.875, regions: ['NY'] }] },
    coupons: { coupons: [{ code: 'TEN', label: 'Welcome', percent: 10 }] },
    shipping: {
      zones: [
        {
          name: 'US',
          countries: ['US'],
          methods: [
            { id: 'standard', label: 'Standard', price: 4.9, days: '2-4' },
            { id: 'express', label: 'Express', price: 12.9, days: '1' },
          ],
        },
      ],
    },
  };

  it('shows line by line what is paid, and what else is worth knowing', async () => {
    const words = ['price', 'mug-2', '--quantity', '2', '--to', 'us-NY-10001', '--coupon', 'ten', 'SUMMER'];
    const { text } = await run(words, { rules });
    expect(text).toBe(`
  2 × Enamel mug (blue)   $20.00   $10.00 each, was $12.50, SKU mug-2
  Welcome                 -$2.00   coupon TEN
  Standard                 $4.90   there 2026-11-25 to 2026-11-27
  Sales tax 8.875%         $2.03
  ──────────────────────────────
  Total                   $24.93

• Coupon SUMMER does not count: there is none of this code.
• Other ways with --delivery: express ($12.90).
• The product has 2 variants; this is mug-2.

`);
  });

  it('takes the way to deliver that is asked for, and says which there are', async () => {
    const { text } = await run(['price', 'mug', '--to', 'US', '--delivery', 'express'], { rules });
    expect(text).toContain('Express');
    const wrong = run(['price', 'mug', '--to', 'US', '--delivery', 'drone'], { rules });
    await expect(wrong).rejects.toThrow('There is: standard, express.');
  });

  it('tells an included tax beside the total', async () => {
    const tax = { prices_include_tax: true, rates: [{ label: 'VAT', percent: 25 }] };
    expect((await run(['price', 'mug'], { rules: { tax } })).text).toContain('$10.00   VAT 25% in it: $2.00');
  });

  it('of what is not sold says so', async () => {
    await expect(run(['price', 'lamp'])).rejects.toThrow('There is no product and no SKU "lamp".');
  });

  it('writes the quote as JSON for other programs', async () => {
    expect(JSON.parse((await run(['price', 'mug', '--json'])).text)).toMatchObject({ total: { amount: 1_000 } });
  });

  it.each([
    ['US', { country: 'US', region: null, postcode: null }],
    ['us-ny', { country: 'US', region: 'ny', postcode: null }],
    ['US-10001', { country: 'US', region: null, postcode: '10001' }],
    ['US-NY-10001-1234', { country: 'US', region: 'NY', postcode: '10001-1234' }],
    ['GB-SW1A 1AA', { country: 'GB', region: null, postcode: 'SW1A 1AA' }],
  ])('reads the place %s', (text, place) => {
    expect(readPlace(text)).toEqual(place);
  });
});

describe('parley shop schema', () => {
  it.each(Object.keys(topics))('%s is a schema that the starter file passes as an editor reads it', async (topic) => {
    const schema = JSON.parse((await run(['schema', topic])).text);
    const check = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const name = readdirSync('shop').find((each) => each === `${topic}.yaml`);
    if (name)
      expect({ valid: check(parse(readFileSync(`shop/${name}`, 'utf8'))), errors: check.errors }).toEqual({
        valid: true,
        errors: null,
      });
    expect(check({ no_such_key: 1 })).toBe(false);
  });

  it('takes what reading takes: yes, a postcode that looks like a number, a key with nothing after it', async () => {
    const check = new Ajv2020({ strict: false }).compile(JSON.parse((await run(['schema', 'tax'])).text));
    const rate = { label: 'VAT', percent: 19, postcodes: [10001], shipping: 'no', regions: null };
    expect(check({ prices_include_tax: 'yes', rates: [rate] })).toBe(true);
    expect(check({ prices_include_tax: 'perhaps', rates: null })).toBe(false);
    expect(check({ rates: [{ label: 'VAT' }] })).toBe(false);
  });
});
