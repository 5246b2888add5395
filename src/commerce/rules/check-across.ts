import type { Mistake, ShopFacts } from '../../dialog/book.ts';
import { didYouMean } from '../../dialog/files/fields.ts';
import type { CheckedTopic, CheckedTopics } from './check-topic.ts';
import { couponKey } from './coupons.ts';
import { type Topic, topics } from './shop-rules.ts';
import { unusedLabels } from './unused-labels.ts';

/** What no single entry can know: names that are there twice, and names of what is written in another file. */
export function crossMistakes(checked: CheckedTopics, shop: ShopFacts): readonly Mistake[] {
  return [...couponsTwice(checked.coupons), ...unknownPlaces(checked, shop), ...unusedLabels(checked, shop)];
}

function couponsTwice(checked: CheckedTopic<'coupons'> | undefined): readonly Mistake[] {
  if (!checked?.rules) return [];
  const { coupons, promotions } = checked.rules;
  return [
    ...seenBefore(coupons.map(({ code }) => couponKey(code))).map((index) =>
      told(checked, ['coupons', index, 'code'], {
        code: 'twice',
        message: `The code "${coupons[index]?.code ?? ''}" is here twice; capitals do not count.`,
        hint: 'Give one of them another code.',
      }),
    ),
    ...seenBefore(promotions.map(({ name }) => name)).map((index) =>
      told(checked, ['promotions', index, 'name'], {
        code: 'twice',
        message: `The promotion "${promotions[index]?.name ?? ''}" is here twice.`,
        hint: 'Give one of them another name.',
      }),
    ),
  ];
}

function seenBefore(names: readonly string[]): readonly number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

/** Orders can only be fetched where pieces are kept. */
function unknownPlaces({ shipping, stock }: CheckedTopics, shop: ShopFacts): readonly Mistake[] {
  if (!shipping?.rules || shipping.rules.pick_up.length === 0) return [];
  const places = stock ? stock.rules?.places : topics.stock(shop).parse({}).places;
  if (!places) return [];
  return shipping.rules.pick_up.flatMap(({ place }, index) => {
    if (places.includes(place)) return [];
    const message = `There is no place "${place}" in stock.yaml.`;
    const hint = didYouMean(place, places, `Places are: ${places.join(', ')}.`);
    return [told(shipping, ['pick_up', index, 'place'], { code: 'unknown-place', message, hint })];
  });
}

function told(
  { file, places }: CheckedTopic<Topic>,
  path: readonly PropertyKey[],
  words: Pick<Mistake, 'code' | 'message' | 'hint'>,
): Mistake {
  const { line, col } = file.lines.linePos(places.value(path)?.start ?? 0);
  return { file: file.path, line, column: col, severity: 'error', ...words };
}
