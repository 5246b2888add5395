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

  it.each([
    ['en', 'no thanks'],
    ['en', 'not now thank you'],
    ['es', 'no gracias'],
  ])('is not bad where an offer is refused (%s): %s', (locale, text) => {
    expect(moodOf(text, { locale })?.score).toBeGreaterThan(-0.2);
  });

  it.each([
    ['en', 'charities warns charm harming'],
    ['de', 'schlechteste nicht absolut schlechte'],
    ['es', 'defecto tampoco absolutamente falso'],
  ])('is 0 where good and bad come to just below it, not −0, which a document does not keep (%s)', (locale, text) => {
    expect(moodOf(text, { locale, stars: 3 })?.score).toBe(0);
  });

  it('takes stars into account where they are given, as much as the words', () => {
    const words = 'It is a bag with two handles and a zip, and it is black';
    expect([1, 3, 5].map((stars) => moodOf(words, { stars })?.mood)).toEqual(['bad', 'mixed', 'good']);
    expect(moodOf('I love this bag, it is wonderful', { stars: 1 })?.score).toBeLessThan(0.2);
  });

  it.each([
    'Très bon produit, je le recommande à tout le monde',
    'Отличный товар, рекомендую всем друзьям и знакомым',
    'このかばんはとても良いです。また買います。ありがとうございました。',
  ])('is not known of what cannot be read: %s', (text) => {
    expect(moodOf(text, { stars: 5, locale: 'en' })).toBeNull();
  });

  it.each([
    ['es', 'El pedido llegó roto y nadie contesta, un servicio pésimo', 'bad'],
    ['es', 'no me gusta', 'bad'],
    ['es', 'Muchas gracias, ¡me encanta!', 'good'],
    ['pt', 'produto péssimo, quero o meu dinheiro', 'bad'],
    ['pt', 'adorei, chegou muito rápido', 'good'],
    ['pt', 'não gostei', 'bad'],
    ['de', 'Die Tasche ist leider nach einer Woche kaputt gegangen', 'bad'],
    ['de', 'Scheiße', 'bad'],
    ['de', 'sehr schön, danke', 'good'],
    ['de', 'nicht gut', 'bad'],
    ['hi', 'यह बहुत ख़राब है', 'bad'],
    ['hi', 'बहुत अच्छा, धन्यवाद', 'good'],
    ['hi', 'अच्छा नहीं है', 'bad'],
    ['hi', 'bahut ghatiya service', 'bad'],
    ['ar', 'المنتج سيئ جداً والخدمة أسوأ', 'bad'],
    ['ar', 'شكراً، المنتج رائع', 'good'],
    ['ar', 'ليس جيداً', 'bad'],
  ] as const)('is heard in %s: %s', (locale, text, mood) => {
    expect(moodOf(text, { locale })).toMatchObject({ mood });
  });

  it('needs no likely language where the script shows it', () => {
    expect(moodOf('بطيء وسيئ')).toMatchObject({ mood: 'bad' });
    expect(moodOf('बहुत बढ़िया', { locale: 'en' })).toMatchObject({ mood: 'good' });
  });

  it('of a few words is only known where the language is likely and a word is known', () => {
    expect(moodOf('great bag', { locale: 'en-US' })).toMatchObject({ mood: 'good' });
    expect(moodOf('👍', { locale: 'en' })).toMatchObject({ mood: 'good' });
    expect(moodOf('👎', { locale: 'ar-EG' })).toMatchObject({ mood: 'bad' });
    expect(moodOf('great bag')).toBeNull();
    expect(moodOf('fatal', { locale: 'es' })).toMatchObject({ mood: 'bad' });
    expect(moodOf('muy mal', { locale: 'en' })).toBeNull();
    expect(moodOf('hola', { locale: 'es' })).toBeNull();
    expect(moodOf('', { locale: 'en' })).toBeNull();
  });

  it.each([
    ['The box was damaged, but the bag inside is wonderful, I love it', 'good'],
    ['It looks wonderful, but it broke at once and is useless', 'bad'],
    ['The box was ugly, although the present in it is beautiful', 'good'],
  ] as const)('follows the turn of a sentence: %s', (text, mood) => {
    expect(moodOf(text, { locale: 'en' })).toMatchObject({ mood });
  });

  it('goes by no brand', () => {
    for (const brand of ['Apex', 'Nikon', 'Apple', 'Microsoft']) {
      expect(moodOf(`The ${brand} is a fine camera`, { locale: 'en' })).toEqual(
        moodOf('The Umbrella is a fine camera', { locale: 'en' }),
      );
    }
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
    expect(three, String(means)).toBeGreaterThan(0.1);
    expect(Math.min(four, five)).toBeGreaterThan(three);
  },
);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
