import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';

const labels = z
  .record(z.string(), z.record(z.string(), z.string().min(1).max(200)))
  .superRefine((languages, context) => {
    for (const language of Object.keys(languages)) {
      if (!isLocale(language)) context.addIssue({ code: 'custom', path: [language], message: 'is no language' });
    }
  })
  .default({})
  .describe('Language, es or es-MX: a label as the other files have it, and what it is in that language.');

/** `labels.yaml`: what the labels of the other files are in other languages. */
export const labelRules = (_shop: ShopFacts) => labels;

type Labels = z.output<typeof labels>;

/** Labels that are Parley's own, as they are looked up. */
export const ownLabels = ['Total', 'Refunded'] as const;

/**
 * A label of the merchant's files in the shopper's language (BCP 47), or as it stands where there is no translation. Orders keep labels
 * as they stand; they are looked up when they are shown. `8%` at the end of a tax stays where it is.
 */
export function labelIn(labels: Labels, label: string, locale: string): string {
  const whole = lookUp(labels, label, locale);
  if (whole !== null) return whole;
  const [, name, rate] = /^(.+?)( \d+(?:\.\d+)?%)$/u.exec(label) ?? [];
  return name === undefined ? label : `${lookUp(labels, name, locale) ?? name}${rate}`;
}

function lookUp(labels: Labels, label: string, locale: string): string | null {
  for (let tag = locale; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const language = Object.hasOwn(labels, tag) ? labels[tag] : undefined;
    if (language && Object.hasOwn(language, label)) return language[label] ?? null;
  }
  return null;
}

function isLocale(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/u.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}
