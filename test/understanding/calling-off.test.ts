import { expect, it } from 'vitest';
import { isBareCallingOff, readCallingOff } from '../../src/understanding/calling-off.ts';

it.each([
  'cancel it',
  'yes please cancel the order',
  'just cancel it',
  'go ahead and cancel my order',
  'can you cancel it?',
  'sí, cancélalo',
  'mudei de ideia, quero cancelar',
  'bitte stornieren',
  'रद्द करो',
  'ألغي الطلب',
  'Yes, cancel it',
])('"%s" calls off', (text) => {
  expect(readCallingOff(text)).toBe('off');
});

it.each([
  'no dont cancel',
  "don't cancel my order",
  'oh no wait, keep it',
  'leave it as it is',
  'i still want it',
  'no lo canceles',
  'não cancela',
  'nicht stornieren',
  'रद्द मत करो',
  'لا تلغي الطلب',
  'No, keep the order',
])('"%s" keeps', (text) => {
  expect(readCallingOff(text)).toBe('kept');
});

it.each(['yes', 'never mind', 'should i cancel?', 'keep looking', 'cancel the mug', 'do not keep it', ''])(
  '"%s" does not say whether something is called off',
  (text) => {
    expect(readCallingOff(text)).toBeNull();
  },
);

it('a text that names the order is not bare', () => {
  expect(isBareCallingOff('i changed my mind, cancel it')).toBe(true);
  expect(isBareCallingOff('cancel my order')).toBe(false);
  expect(isBareCallingOff('keep it')).toBe(false);
});
