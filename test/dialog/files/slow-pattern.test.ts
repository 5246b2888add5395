import { expect, it } from 'vitest';
import { slowPart } from '../../../src/dialog/files/check/slow-pattern.ts';
import { startWork } from '../../work-time.ts';

it.each([
  '(a+)+',
  '^(\\w+\\s?)*$',
  '(?:a|a)*b',
  '(?:.|x)+y',
  '([a-z]+)*!',
  '(?<word>\\d*)+',
  '((ab)*c)*',
  '(x{2,})+',
  '.*.*.*.*.*x',
])('%s is refused', (pattern) => {
  expect(slowPart(pattern)).not.toBeNull();
});

it.each([
  '^order (?<order>\\d+)$',
  '^(?:please )?(?:add|put) (?<many>\\d{1,3})(?: of)?(?: the)? (?<product>.+?) to my cart\\W*$',
  '(?:red|blue)+',
  '[(+]+',
  '\\(+a\\)+',
  '(ab)+c*',
  'from .* to .*',
])('%s is taken, and is quick on what it does not match', (pattern) => {
  expect(slowPart(pattern)).toBeNull();
  const worked = startWork();
  for (const part of ['a', 'ab', '1', 'please add 1 ', 'from a to ', '(', 'red'])
    new RegExp(pattern, 'iu').test(`${part.repeat(1000).slice(0, 1000)}!`);
  expect(worked()).toBeLessThan(500);
});
