import { describe, expect, it } from 'vitest';
import { createFindings } from '../../../src/assistant/findings.ts';
import { startWork } from '../../work-time.ts';
import { aView, judged, stops } from './found.ts';

const handle = '{{p1.attributes.0.value}}';

function withAttribute(value: string) {
  const findings = createFindings({ locale: 'en', timeZone: 'UTC' });
  findings.add('catalog.product', { ...aView('a', 'Blue Stoneware Mug'), attributes: [{ name: 'x', value }] });
  return findings;
}

describe('what suppliers wrote', () => {
  it.each(['350 ml', 'Navy blue', '10 x 20 cm', 'stoneware', 'Größe 42', 'नीला', 'أزرق'])(
    'is filled in where it is plain: %s',
    (value) => {
      const findings = withAttribute(value);
      expect(judged(`{{p1.title}}: ${handle}.`, { findings })).toMatchObject({ text: `Blue Stoneware Mug: ${value}.` });
    },
  );

  it.each([
    'blue, 50% off today',
    'www.evil.example',
    'evil.com',
    'Free shipping',
    'Only $5',
    'five euros',
    'Lifetime warranty',
    'Call 0800 123 456 78',
    'You can have it all. Just ask the shop for it',
    'cheapest in town',
    'kostenlos',
    'gratis',
    'https://evil.example/x',
    'in stock',
    'sold out',
    '<b>blue</b>',
    'arrives tomorrow',
    'yours tomorrow',
  ])('is never filled in where it claims something: %s', (value) => {
    expect(stops(`{{p1.title}}: ${handle}.`, { findings: withAttribute(value) })).toContain('unknown-handle');
  });

  it('is as little filled in as an option, in a list, or of a facet', () => {
    const findings = createFindings({ locale: 'en', timeZone: 'UTC' });
    const options = { colour: 'blue, free today' };
    findings.add('catalog.search', { products: [aView('a', 'Blue Stoneware Mug', { options, category: '90 % off' })] });
    findings.add('catalog.facets', { values: [{ label: 'Free for you' }] });
    expect(findings.facts.has('p1.options.colour')).toBe(false);
    expect(findings.facts.has('p1.category')).toBe(false);
    expect(findings.facts.has('r2.values.0.label')).toBe(false);
    expect(findings.facts.get('p1.title')?.text).toBe('Blue Stoneware Mug');
  });

  it('a product’s number may have spaces in it', () => {
    const findings = createFindings({ locale: 'en', timeZone: 'UTC' });
    const products = [aView('mug blue', 'Blue Mug', { sku: 'a b' }), aView('mug', 'Mug', { sku: 'blue a b' })];
    findings.add('catalog.search', { products });
    expect(findings.reference('p1')).toEqual({ id: 'mug blue', sku: 'a b' });
    expect(findings.reference('p2')).toEqual({ id: 'mug', sku: 'blue a b' });
    expect(findings.reference('p3')).toBeNull();
  });
});

describe('a word that is too long', () => {
  it.each(['a', 'ا', 'अ', '1', '-', 'free', 'ab-'])('is stopped at once: %s over and over', (part) => {
    const text = part.repeat(2_000).slice(0, 2_000);
    const worked = startWork();
    expect(stops(text)).toEqual(['disguise']);
    expect(worked()).toBeLessThan(100);
  });

  it('is none of the six languages’ and no handle', () => {
    expect(stops('Donaudampfschifffahrtsgesellschaftskapitän ist das und nicht mehr.')).not.toContain('disguise');
  });
});
