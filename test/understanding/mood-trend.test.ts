import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUpset, moodTrend } from '../../src/understanding/mood-trend.ts';
import { moodOf } from '../../src/understanding/sentiment.ts';
import { startWork } from '../work-time.ts';

describe('how a conversation sounds', () => {
  it('begins with the first message whose mood can be told, and a message without one changes nothing', () => {
    expect(moodTrend(null, null)).toBeNull();
    expect(moodTrend(null, -0.4)).toBe(-0.4);
    expect(moodTrend(-0.4, null)).toBe(-0.4);
  });

  it('follows the messages, the last ones most', () => {
    const trend = [0.5, 0.5, -0.6, -0.6, -0.6].reduce<number | null>(moodTrend, null) ?? 0;
    expect(trend).toBeLessThan(-0.2);
    expect(moodTrend(trend, 0.8) ?? 0).toBeGreaterThan(0.1);
  });

  it('is 0 where it comes close to it from below, not −0, which a document does not keep', () => {
    expect(moodTrend(-0.001, 0.001)).toBe(0);
    expect(moodTrend(null, -0)).toBe(0);
  });

  it('stays between the lowest and the highest message', () => {
    let reached = 0;
    const score = fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 20 }), (scores) => {
        const told = scores.filter((each) => each !== null);
        const trend = scores.reduce(moodTrend, null);
        if (trend === null) return told.length === 0;
        reached += 1;
        return trend >= Math.min(...told) - 0.001 && trend <= Math.max(...told) + 0.001;
      }),
      { numRuns: 200 },
    );
    expect(reached).toBeGreaterThan(100);
  });
});

function upset(text: string, locale = 'en', before: number | null = null): boolean {
  const score = moodOf(text, { locale })?.score ?? null;
  return isUpset(moodTrend(before, score), score, text);
}

describe('whether a shopper is upset', () => {
  it.each([
    'THIS IS THE THIRD TIME I ASK',
    'Where is my money???? you scammers',
    'I will sue you',
    'worst service ever',
    'I am going to take legal action',
    'This is unacceptable!!',
    'MY ORDER NEVER ARRIVED AND I AM ANGRY',
    'can you cancel my fucking order?',
  ])('hears it: %s', (text) => {
    expect(upset(text)).toBe(true);
  });

  it.each([
    ['es', 'esto es una estafa, voy a denunciar'],
    ['pt', 'um absurdo, terceira vez que reclamo'],
    ['de', 'Das ist Betrug, ich gehe zu meinem Anwalt'],
    ['hi', 'ये धोखा है'],
    ['hi', 'aap log chor hai'],
    ['ar', 'هذا احتيال'],
    ['ar', 'أنتم النصابين'],
  ])('hears it in %s: %s', (locale, text) => {
    expect(upset(text, locale)).toBe(true);
  });

  it.each([
    'where is my order',
    'I want to return my shoes',
    'I have a problem with my payment',
    'Is this site a scam?',
    'I am not happy with the colour',
    'SIZE XL BLUE ALPHA',
    'WHERE IS MY ORDER PLEASE',
    'still waiting for my order!!!',
    'someone stole my password',
    'that is fucking awesome, thank you',
    'wow!!! great!!!',
    'this is the second time I buy here, I love it',
    '',
  ])('does not take an ordinary message for anger: %s', (text) => {
    expect(upset(text)).toBe(false);
  });

  it('hears what has been bad for several messages, not one bad message', () => {
    const text = 'the bag is horrible and broken and useless';
    expect(upset(text)).toBe(false);
    expect(upset(text, 'en', -0.6)).toBe(true);
    expect(upset('thanks', 'en', -0.8)).toBe(false);
  });

  it('is quick with a long message, whatever is in it', () => {
    const worked = startWork();
    for (const text of ['third '.repeat(2_000), 'الا'.repeat(2_000), '!'.repeat(4_000), 'never-'.repeat(700)])
      upset(text);
    expect(worked()).toBeLessThan(500);
  });
});
