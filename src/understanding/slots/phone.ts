import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import { asciiDigits } from '../normalise.ts';
import { restOf, valueWithRest } from './rest.ts';
import { type SlotContext, type SlotReading, unreadable } from './slot-reading.ts';

const longestMessage = 500;
const fewestDigits = 5;

/** E.164. Two different numbers are unreadable. */
export const readPhone = (text: string, context: SlotContext): SlotReading => {
  const written = asciiDigits(text);
  if (written.length > longestMessage || written.replace(/\D/g, '').length < fewestDigits) return unreadable;
  const country = context.country.toUpperCase();
  const found = findPhoneNumbersInText(written, isSupportedCountry(country) ? { defaultCountry: country } : {});
  const [first, ...others] = found;
  if (first === undefined || others.some(({ number }) => number.number !== first.number.number)) return unreadable;
  const span = { start: first.startsAt, end: first.endsAt };
  return valueWithRest(first.number.number, others.length > 0 ? null : restOf(text, span));
};
