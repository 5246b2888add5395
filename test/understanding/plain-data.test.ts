import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/understanding/language.ts';
import { isContactData } from '../../src/understanding/plain-data.ts';

const languages = ['en', 'ar', 'de', 'es', 'hi', 'pt'];
const contacts = [
  'bob@example.com',
  ' maria.souza@exemplo.com.br ',
  '12 Main Street, Springfield, IL 62704',
  '12 Main Street\nSpringfield, IL 62704',
  'Hauptstraße 5, 10115 Berlin',
  '350 5th Ave, New York NY 10118',
  'Calle Mayor 3, 28013 Madrid',
];
const telephones = ['+1 415 555 0100', '(415) 555-0100', '+4915112345678'];

describe('What says only where somebody can be reached', () => {
  it.each([...contacts, ...telephones])('is told from a wish: “%s”', (text) => {
    expect(isContactData(text)).toBe(true);
  });

  it.each([...contacts, ...telephones, '10234', 'AB-1234-XY', 'https://example.com/para/voce'])(
    'is in no language: “%s”',
    (text) => {
      expect(detectLanguage(text, languages)).toBe(null);
    },
  );

  it.each([
    'red dress',
    '10234999',
    '4006381333931',
    'a mug under 10',
    '2 mugs, 1 cup',
    'my e-mail is bob@example.com',
    'is there a shop in 12 Main Street?',
    'street shoes size 42',
    'add the 2nd and 3rd',
    '2 of the 3rd',
    'main street',
    '',
  ])('is not “%s”', (text) => {
    expect(isContactData(text)).toBe(false);
  });

  it('takes no language from the words beside it', () => {
    expect(detectLanguage('meu e-mail é bob@example.com', languages)?.language).toBe('pt');
    expect(detectLanguage('wo ist meine bestellung 10234', languages)?.language).toBe('de');
  });
});
