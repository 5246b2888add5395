import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBlocks } from '../../../src/dialog/templates/blocks.ts';
import { contextOf } from '../../../src/dialog/templates/liquid.ts';
import { createTemplates } from '../../../src/dialog/templates/templates.ts';
import type { JsonObject } from '../../../src/storage/json.ts';

const shop = { name: 'Shop', locale: 'en-US', currency: 'USD', country: 'US', timeZone: 'UTC' };
const templates = createTemplates(shop);

function liquid(source: string, scope: JsonObject): string {
  return String(templates.escaping.parseAndRenderSync(source, contextOf(templates.escaping, scope, templates.own)));
}

const simple = [
  'Hello {{ name }}!',
  '{% if name %}Hi {{ name }}{% else %}Hi you{% endif %}.',
  '{% unless items %}nothing{% endunless %}{% for item in items %}- {{ item.label }}: {{ item.price | money }}\n{% endfor %}',
  '{% for item in items %}{% if item.price.amount > 500 %}dear {% else %}{% unless item.label == "a" %}cheap{% endunless %}{% endif %}{% endfor %}',
  '{% for pair in options %}{{ pair[0] }}={{ pair[1] }} {% endfor %}{% for word in name %}<{{ word }}>{% endfor %}',
  '{% if count == 2 and name %}two{% endif %}{% if count > 1 or items %}more{% endif %}{{ items.size }}',
];

const label = fc.constantFrom('a', 'b*c', '_x_', '');
const scopes: fc.Arbitrary<JsonObject> = fc.record(
  {
    name: fc.oneof(fc.constantFrom('Ann', '', '*Bo*'), fc.constant(null)),
    count: fc.integer({ min: 0, max: 3 }),
    items: fc.array(fc.record({ label, price: fc.record({ amount: fc.nat(1_000), currency: fc.constant('USD') }) })),
    options: fc.dictionary(fc.constantFrom('size', 'colour'), label),
  },
  { requiredKeys: [] },
);

describe('templates with plain tags', () => {
  it.each(simple)('say what Liquid says: %s', (source) => {
    const write = compileBlocks(source);
    let said = 0;
    fc.assert(
      fc.property(scopes, (scope) => {
        const expected = liquid(source, scope);
        expect(write?.(scope, templates.own)).toBe(expected);
        said += expected === '' ? 0 : 1;
      }),
    );
    expect(said).toBeGreaterThan(10);
  });

  it.each([
    '{% if a %}open',
    '{% for x in y limit: 2 %}{{ x }}{% endfor %}',
    '{% if a %}1{% elsif b %}2{% endif %}',
    '{%- if a -%}1{% endif %}',
    '{% assign a = 1 %}{{ a }}',
    '{% for x in y %}{{ forloop.index }}{% endfor %}',
    '{% endif %}',
    '{{ a | upcase }}',
  ])('leave the rest to Liquid: %s', (source) => {
    expect(compileBlocks(source)).toBeNull();
  });
});
