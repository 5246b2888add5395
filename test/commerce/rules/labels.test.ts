import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelIn } from '../../../src/commerce/rules/labels.ts';
import { loadRules } from '../../../src/commerce/rules/load-rules.ts';
import { facts } from '../pricing/pricing-shop.ts';

const load = (texts: Readonly<Record<string, string>>) =>
  loadRules(
    Object.entries(texts).map(([name, text]) => ({ path: `shop/${name}`, text })),
    facts,
  );
const told = (texts: Readonly<Record<string, string>>) =>
  load(texts).mistakes.map(
    ({ file, line, severity, message, hint }) => `${file}:${line} ${severity} ${message} ${hint}`,
  );

describe('labels', () => {
  const labels = { es: { Standard: 'Estándar', 'Sales tax': 'Impuesto', Total: 'Total' }, 'es-MX': { Total: 'Suma' } };

  it('are looked up in the shopper’s language, the narrower first, and stand as they are without a translation', () => {
    expect(['es', 'es-MX', 'es-AR', 'fr'].map((locale) => labelIn(labels, 'Total', locale))).toEqual([
      'Total',
      'Suma',
      'Total',
      'Total',
    ]);
    expect(['es-MX', 'de'].map((locale) => labelIn(labels, 'Standard', locale))).toEqual(['Estándar', 'Standard']);
    expect(labelIn(labels, 'constructor', 'es')).toBe('constructor');
  });

  it('keep the rate that a tax ends with', () => {
    expect(labelIn(labels, 'Sales tax 8.875%', 'es')).toBe('Impuesto 8.875%');
    expect(labelIn(labels, 'VAT 19%', 'es')).toBe('VAT 19%');
  });

  it('that no file has are told, with the one that may be meant; they break nothing', () => {
    const texts = { 'labels.yaml': 'es:\n  Standart: Estándar\n  Demo payment: Prueba\n' };
    expect(told(texts)).toEqual([
      'shop/labels.yaml:2 warning No file has the label "Standart". Did you mean "Standard"?',
    ]);
    expect(load(texts).rules?.labels).toEqual({ es: { Standart: 'Estándar', 'Demo payment': 'Prueba' } });
  });

  it('are read for languages alone', () => {
    expect(told({ 'labels.yaml': 'spanish:\n  Standard: Estándar\n' })[0]).toContain('is no language');
  });

  it('of the starter shop are there in every language of the starter flows', () => {
    const texts = ['shipping', 'payment', 'coupons', 'tax', 'labels'].map((topic) => `${topic}.yaml`);
    const { rules } = load(Object.fromEntries(texts.map((name) => [name, readFileSync(`shop/${name}`, 'utf8')])));
    const english = Object.keys(rules?.labels['es'] ?? {});
    expect(english).toEqual(expect.arrayContaining(['Total', 'Standard', 'Cash on delivery', 'Welcome']));
    for (const language of ['pt', 'de', 'hi', 'ar'])
      expect(Object.keys(rules?.labels[language] ?? {})).toEqual(english);
  });
});
