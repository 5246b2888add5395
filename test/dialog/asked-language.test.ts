import { describe, expect, it } from 'vitest';
import { askedLanguage } from '../../src/dialog/asked-language.ts';

const languages = ['en-US', 'ar', 'de', 'es', 'hi', 'pt'];

describe('a language that is asked for', () => {
  it.each([
    ['speak english', 'en-US'],
    ['english please', 'en-US'],
    ['can you write in english please', 'en-US'],
    ['english me bolo', 'en-US'],
    ['ingles por favor', 'en-US'],
    ['auf englisch bitte', 'en-US'],
    ['بالانجليزي لو سمحت', 'en-US'],
    ['puedes escribir en español?', 'es'],
    ['¿puedes hablar en alemán?', 'de'],
    ['हिन्दी में बात करो', 'hi'],
    ['हिंदी में बोलो', 'hi'],
    ['تكلم بالعربية', 'ar'],
    ['antworte auf deutsch', 'de'],
    ['fala português?', 'pt'],
  ])('is found in “%s”: %s', (text, locale) => {
    expect(askedLanguage(text, languages)).toEqual({ locale, bare: false });
  });

  it('may be named and nothing else', () => {
    expect(askedLanguage('alemán', languages)).toEqual({ locale: 'de', bare: true });
  });

  it.each([
    'mugs please',
    'shoes plz',
    'english breakfast tea',
    'i do not speak english',
    'speak french',
    'english or german?',
    'a german shepherd',
    '',
    '👍',
  ])('is not found in “%s”', (text) => {
    expect(askedLanguage(text, languages)).toBeNull();
  });

  it('is one of the shop’s', () => {
    expect(askedLanguage('speak german', ['en', 'es'])).toBeNull();
  });
});
