import type { Mistake, ShopFacts } from '../../dialog/book.ts';
import { didYouMean } from '../../dialog/files/fields.ts';
import type { CheckedTopics } from './check-topic.ts';
import { ownLabels } from './labels.ts';
import { type ShopRules, type Topic, topics } from './shop-rules.ts';

/** Translations of labels that no file has: warnings, with the label that may be meant. */
export function unusedLabels(checked: CheckedTopics, shop: ShopFacts): readonly Mistake[] {
  const { labels } = checked;
  if (!labels?.rules || Object.values(checked).some((topic) => topic.rules === null)) return [];
  const { file, places, rules } = labels;
  const known = labelsShown(checked, shop);
  const unused = Object.entries(rules).flatMap(([language, texts]) =>
    Object.keys(texts)
      .filter((label) => !known.includes(label))
      .map((label) => ({ language, label })),
  );
  return unused.map(({ language, label }) => {
    const { line, col } = file.lines.linePos(places.key([language, label])?.start ?? 0);
    const message = `No file has the label "${label}".`;
    const hint = didYouMean(label, known, 'Take it out.');
    return { file: file.path, line, column: col, severity: 'warning', code: 'stale-label', message, hint };
  });
}

function labelsShown(checked: CheckedTopics, shop: ShopFacts): readonly string[] {
  const { shipping, payment, tax, coupons } = rulesOf(checked, shop);
  return [
    ...ownLabels,
    ...shipping.zones.flatMap(({ methods }) => methods.map(({ label }) => label)),
    ...shipping.pick_up.flatMap(({ label, hours }) => [label, hours]),
    ...payment.methods.map(({ label }) => label),
    ...tax.rates.map(({ label }) => label),
    ...coupons.coupons.map(({ label }) => label),
    ...coupons.promotions.map(({ label }) => label),
  ];
}

function rulesOf(checked: CheckedTopics, shop: ShopFacts): Pick<ShopRules, 'shipping' | 'payment' | 'tax' | 'coupons'> {
  const of = <T extends Topic>(topic: T): ShopRules[T] =>
    (checked[topic]?.rules ?? topics[topic](shop).parse({})) as ShopRules[T];
  return { shipping: of('shipping'), payment: of('payment'), tax: of('tax'), coupons: of('coupons') };
}
