import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import { asciiDigits } from '../normalise.ts';
import { type Span, spansOf, type Voice } from './span.ts';

/** Digits with what people put between them. */
const digitRun = /\d(?:[ \u00a0\u202f.-]{0,2}\d){12,40}/gu;
/** ISO/IEC 7812-1. */
const cardLengths = [19, 18, 17, 16, 15, 14, 13];
/** Visa, Mastercard, American Express, Discover, JCB, Diners Club; numbers of articles (EAN) are of other lengths or begin otherwise. */
const cardBegins = /^(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35\d{14}|3[068]\d{12})$/;

/** Numbers that pass for a card's: 13 to 19 digits with Luhn's check digit; in the shop's own words only those of the known brands. */
export function findCards(text: string, voice: Voice): readonly Span[] {
  return Array.from(asciiDigits(text).matchAll(digitRun)).flatMap(({ 0: run, index }) => cardIn(run, index, voice));
}

function cardIn(run: string, offset: number, voice: Voice): readonly Span[] {
  const at = Array.from(run.matchAll(/\d/gu), ({ index }) => index);
  for (const length of cardLengths) {
    for (let first = 0; first + length <= at.length; first += 1) {
      const [start, end] = [at[first] ?? 0, (at[first + length - 1] ?? 0) + 1];
      if (/\d/.test(run[start - 1] ?? '') || /\d/.test(run[end] ?? '')) continue;
      const digits = run.slice(start, end).replace(/\D/gu, '');
      if (isLuhn(digits) && (voice === 'talk' || cardBegins.test(digits)))
        return [
          { kind: 'card', start: offset + start, end: offset + end },
          ...cardIn(run.slice(end), offset + end, voice),
        ];
    }
  }
  return [];
}

/** ISO/IEC 7812-1, annex B. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && /[^0]/.test(digits);
}

const accountRun = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00a0-]?[A-Z\d]){11,30}/giu;

/** How long the numbers of each country are: https://www.swift.com/standards/data-standards/iban-international-bank-account-number */
const accountLengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 ' +
    'GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 ' +
    'MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 ' +
    'TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))] as const),
);

/** IBANs (ISO 13616-1): the longest beginning of a run whose check digits fit. */
export function findAccounts(text: string): readonly Span[] {
  return Array.from(text.matchAll(accountRun)).flatMap(({ 0: run, index }) => {
    for (let end = run.length; end >= 15; end -= 1) {
      if (/[^A-Z\d]/i.test(run[end - 1] ?? '')) continue;
      if (isIban(run.slice(0, end))) return [{ kind: 'account' as const, start: index, end: index + end }];
    }
    return [];
  });
}

export function isIban(written: string): boolean {
  const letters = written.replace(/[^A-Z\d]/giu, '').toUpperCase();
  if (letters.length !== accountLengths.get(letters.slice(0, 2))) return false;
  const moved = letters.slice(4) + letters.slice(0, 4);
  const remainder = [...moved].reduce((rest, letter) => {
    const value = Number.parseInt(letter, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return remainder === 1;
}

/** Before a number, these say that it is another one's. */
const otherNumber =
  /(?:orders?|bestellung|pedido|invoice|sku|ean|isbn|item|model|art(?:icle|ikel)?|parcel|tracking|no|nr|nº)[\s.:#]*$|#\s*$/iu;
const saysPhone =
  /(?:phone|tel|call|mobile|cell|handy|whatsapp|fax|sms|text|telefono|teléfono|telefone|rufen?|फ़?ोन|هاتف)[^\d]{0,20}$/iu;

/** Whatever is called a number to call; nobody checks whether it is valid. */
const calledPhone =
  /(?:\b(?:ph|phone|mobile|cell|contact|tel|telephone|whatsapp|handy|telefon[eo]?|teléfono|celular)(?: ?(?:no|nr|number|num|nummer|número))?|फ़ोन|هاتف)\s*(?:is|es|ist|é|:|#|\.)?\s*(\+?\d[\d\s().-]{4,18}\d)/giu;
/** A row of digits of this length is a telephone more often than anything else that shoppers write; orders have eight, articles thirteen. */
const longRow = /(?<![\p{L}\d.,/-])\d(?:[ -]?\d){8,11}(?![\d.,/-]*\d)(?!\p{L})/gu;

/** The library takes half a second for a message that is all digits; then what looks like a number has to do. */
const mostDigits = 600;

function digitCount(text: string): number {
  return text.replace(/\D/gu, '').length;
}

/** Telephone numbers as libphonenumber finds them, and what looks like one. In the shop's own words only what says that it is one. */
export function findPhones(text: string, voice: Voice, country: string): readonly Span[] {
  const written = asciiDigits(text);
  if (digitCount(written) < 6) return [];
  const options = isSupportedCountry(country) ? { defaultCountry: country } : {};
  const found = digitCount(written) > mostDigits ? [] : findPhoneNumbersInText(written, options);
  const valid = found
    .map(({ startsAt, endsAt }) => ({ kind: 'phone' as const, start: startsAt, end: endsAt }))
    .filter(({ start, end }) => isSaidToBe(written, { start, end, voice }));
  return voice === 'shop' ? valid : [...valid, ...called(written), ...rows(written)];
}

function called(text: string): readonly Span[] {
  return Array.from(text.matchAll(calledPhone), ({ 0: said, 1: number = '', index }) => {
    const start = index + said.length - number.length;
    return { kind: 'phone', start, end: start + number.length };
  });
}

function rows(text: string): readonly Span[] {
  return spansOf('phone', text, longRow).filter(
    ({ start }) => !otherNumber.test(text.slice(Math.max(0, start - 30), start)),
  );
}

function isSaidToBe(text: string, { start, end, voice }: { start: number; end: number; voice: Voice }): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  if (saysPhone.test(before) || /^[\s(]*(?:\+|00)/.test(text.slice(start, end))) return true;
  return voice === 'talk' && isLongEnough(text.slice(start, end)) && !otherNumber.test(before);
}

/** Shorter ones are rather sizes and years, and decimals are never one. */
function isLongEnough(written: string): boolean {
  return digitCount(written) >= 7 && !/^\d+[.,]\d{1,2}$/.test(written);
}

const mailHost = /[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+/u
  .source;
const email = new RegExp(`[^\\s<>()\\[\\],;:"@⟨⟩]{1,64}(?:@|\\s?[(\\[]\\s?at\\s?[)\\]]\\s?)${mailHost}`, 'giu');
const part = '[\\p{L}\\p{N}_+-]{1,64}';
const saidAt = '(?:at|arroba|ät|एट|ऐट)';
const saidDot = '(?:dot|punto|ponto|punkt|डॉट)';
/** "maria at gmail dot com": with a real dot only at hosts that everybody has their mail at, for "look at this.com" is none. */
const spokenEmail = new RegExp(
  `[\\p{L}\\p{N}._+-]{1,64}(?: ${saidDot} ${part}){0,4} ${saidAt} (?:(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|gmx|web|proton|protonmail|aol)(?: ?${saidDot} ?|\\.)|${part}(?: ${saidDot} ${part})? ${saidDot} )[a-z]{2,10}(?!\\p{L})`,
  'giu',
);

export function findEmails(text: string): readonly Span[] {
  const all = [...text.matchAll(email), ...text.matchAll(spokenEmail)];
  return all.map(({ 0: found, index }) => ({ kind: 'email' as const, start: index, end: index + found.length }));
}
