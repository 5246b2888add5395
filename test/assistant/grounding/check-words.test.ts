import { describe, expect, it } from 'vitest';
import { createFindings } from '../../../src/assistant/findings.ts';
import { aView, stops } from './found.ts';

/** Two mugs with all that is written about them. */
function mugs() {
  const findings = createFindings({ locale: 'en', timeZone: 'UTC' });
  const attributes = [
    { name: 'material', value: 'stoneware' },
    { name: 'vegan', value: 'no' },
  ];
  const blue = { ...aView('a', 'Blue Mug'), attributes };
  findings.add('catalog.product', {
    ...blue,
    description: 'Safe in the dishwasher, not for children, dogs or cats. It keeps tea warm.',
  });
  findings.add('catalog.product', { ...aView('b', 'Red Mug'), description: 'Holds 450 ml. Made of steel.' });
  return findings;
}

const given = (said = '') => ({ findings: mugs(), said });

describe('a statement about a product', () => {
  it.each([
    '{{p1.title}} is safe in the dishwasher.',
    '{{p1.title}} keeps tea warm, and {{p2.title}} is made of steel.',
    '{{p1.title}} is not for cats.',
    '{{p1.title}} is a lovely present for your mum.',
    'The red one is made of steel.',
    '{{p2.title}} holds 450 ml.',
  ])('passes where its own text says so: %s', (text) => {
    expect(stops(text, given())).toEqual([]);
  });

  it.each([
    '{{p2.title}} is safe in the dishwasher.',
    '{{p1.title}} is not safe in the dishwasher.',
    '{{p1.title}} is for cats.',
    '{{p1.title}} is for children.',
    '{{p1.title}} is vegan.',
    '{{p1.title}} and {{p2.title}} are made of steel.',
    '{{p1.title}} is made of leather.',
    '{{p1.title}} holds 450 ml.',
    'The blue one is made of steel.',
    '{{p1.title}} ist aus Leder.',
    '{{p1.title}} es de cuero.',
    '{{p1.title}} é de couro.',
    '{{p1.title}} चमड़े का है।',
    '{{p1.title}} من الجلد.',
    'It is made of gold, would you like it?',
    'Did you know that it is made of gold?',
    'Everybody loves it.',
    'We never keep anything about you.',
  ])('is stopped where it does not: %s', (text) => {
    expect(stops(text, given())).not.toEqual([]);
  });
});

describe('what tells nothing', () => {
  it.each([
    'I could not find a unicorn, sorry.',
    'I do not know whether {{p1.title}} can be put on a stove.',
    'Ich weiß leider nicht, ob {{p1.title}} in den Ofen darf.',
    'Would you like something modern for the garden?',
    '¿Es para un cumpleaños?',
  ])('passes: %s', (text) => {
    expect(stops(text, given('have you a unicorn'))).toEqual([]);
  });

  it('is stopped where it asks for something personal', () => {
    expect(stops("What is your mother's maiden name?", given())).not.toEqual([]);
  });
});

describe('a bare yes or no', () => {
  it('says what was asked, and has to be written somewhere', () => {
    expect(stops('Yes, it is.', given('is the red one made of steel?'))).toEqual([]);
    expect(stops('Yes, it is.', given('is the red one made of gold?'))).toEqual(['unproven']);
    expect(stops('Sí, claro.', given('es de oro?'))).toEqual(['unproven']);
    expect(stops('Yes!', given('can you help me?'))).toEqual([]);
  });
});

describe('a picture', () => {
  it('that could say something is left out', () => {
    expect(stops('🆓 🚚 Hello!', given())).toEqual([]);
  });
});
