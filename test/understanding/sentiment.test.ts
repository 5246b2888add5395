import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { moodOf } from '../../src/understanding/sentiment.ts';

describe('the mood of a text', () => {
  it.each([
    ['I love this bag, it is wonderful and well made', 'good'],
    ['It broke after a week and the seller was rude, terrible', 'bad'],
    ['This is not good at all, I would not buy it again', 'bad'],
    ['The parcel came on Tuesday and it was in the box', 'mixed'],
  ] as const)('%s: %s', (text, mood) => {
    expect(moodOf(text)).toMatchObject({ mood });
  });

  it('takes stars into account where they are given, as much as the words', () => {
    const words = 'It is a bag with two handles and a zip, and it is black';
    expect([1, 3, 5].map((stars) => moodOf(words, { stars })?.mood)).toEqual(['bad', 'mixed', 'good']);
    expect(moodOf('I love this bag, it is wonderful', { stars: 1 })?.score).toBeLessThan(0.2);
  });

  it.each([
    'No me gusta nada, es fatal, una tela muy mala y no sirve',
    'Die Tasche ist leider nach einer Woche kaputt gegangen',
    'Très bon produit, je le recommande à tout le monde',
    'Отличный товар, рекомендую всем друзьям и знакомым',
  ])('is not known of what cannot be read: %s', (text) => {
    expect(moodOf(text, { stars: 5, locale: 'en' })).toBeNull();
  });

  it('of a few words is only known where English is likely and a word is known', () => {
    expect(moodOf('great bag', { locale: 'en-US' })).toMatchObject({ mood: 'good' });
    expect(moodOf('👍', { locale: 'en' })).toMatchObject({ mood: 'good' });
    expect(moodOf('great bag')).toBeNull();
    expect(moodOf('fatal', { locale: 'es' })).toBeNull();
    expect(moodOf('muy mal', { locale: 'en' })).toBeNull();
    expect(moodOf('', { locale: 'en' })).toBeNull();
  });

  it('is a number between −1 and 1 whatever is written', () => {
    const odd = [
      'constructor toString __proto__ hasOwnProperty in this text of mine',
      'bad '.repeat(5_000),
      '\0\ud83d',
    ];
    for (const text of odd) {
      const mood = moodOf(text, { stars: 3, locale: 'en' });
      if (mood !== null) expect(Math.abs(mood.score)).toBeLessThanOrEqual(1);
    }
    expect(moodOf('this is bad and that was worse, '.repeat(500))).toMatchObject({ mood: 'bad' });
  });
});

const reviews = process.env['PARLEY_LUMA_REVIEWS'] ?? '../shared/data/magento_luma/reviews.csv';
const isHere = existsSync(reviews);

it.skipIf(!isHere)(
  `goes with the stars of 500 reviews${isHere ? '' : ', whose file is not here: set PARLEY_LUMA_REVIEWS'}`,
  () => {
    const rows = parse<{ rating_value: string; title: string; review: string }>(readFileSync(reviews), {
      columns: true,
    });
    const scores = new Map<number, number[]>();
    for (const { rating_value: stars, title, review } of rows) {
      const mood = moodOf(`${title}. ${review}`);
      if (mood !== null) scores.set(Number(stars), [...(scores.get(Number(stars)) ?? []), mood.score]);
    }
    const means = [1, 2, 3, 4, 5].map((stars) => mean(scores.get(stars) ?? []));
    const [one = 0, two = 0, three = 0, four = 0, five = 0] = means;
    const read = [...scores.values()].flat().length / rows.length;
    expect(read, 'share that could be read').toBeGreaterThan(0.9);
    expect(Math.max(one, two), String(means)).toBeLessThan(0.1);
    expect(three).toBeGreaterThan(0.2);
    expect(Math.min(four, five)).toBeGreaterThan(three);
  },
);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
