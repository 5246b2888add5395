import { createHash } from 'node:crypto';
import type { Trade } from '../trade.ts';

/**
 * An order's number: eight digits that are no other order's, the last one a check digit, the first one not 0. It is the order's id too.
 * Made of the trade's key: who does a trade again gets the same.
 */
export async function newOrderNumber({ store, key }: Pick<Trade, 'store' | 'key'>): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const number = numberFrom(`${key}#${attempt}`);
    if ((await store.get('order', number)) === null) return number;
  }
}

function numberFrom(seed: string): string {
  const digits = 1_000_000 + (createHash('sha256').update(seed).digest().readUInt32BE(0) % 9_000_000);
  return `${digits}${checkDigit(String(digits))}`;
}

/** Whether eight digits can be a number of ours: a digit that was mistyped, or two that changed places, always show. */
export function hasCheckDigit(number: string): boolean {
  return /^\d{8}$/u.test(number) && checkDigit(number) === 0;
}

/** H. M. Damm, "Total anti-symmetrische Quasigruppen" (Marburg, 2004), order 10. */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function checkDigit(digits: string): number {
  return [...digits].reduce((state, digit) => Number(quasigroup[state]?.[Number(digit)]), 0);
}

/**
 * What may be meant by `#72043815`, `7204-3815`, `7204 3815`, `order no. 10234 please`, `ab-12`: as written, then each word in it with a
 * digit, also in upper case, then groups of digits put together.
 */
export function numbersIn(given: string): readonly string[] {
  const text = given.trim().slice(0, 200);
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? []).filter((word) => /\d/.test(word)).slice(0, 3);
  const upper = words.map((word) => word.toUpperCase());
  return [...new Set([text, ...words, ...upper, ...eightDigits(text)])].filter((id) => id !== '');
}

/** Eight digits as people group them. */
export function eightDigits(text: string): readonly string[] {
  const grouped = text.slice(0, 200).match(/(?<!\d[ .\-–/]?)\d(?:[ .\-–/]?\d){7}(?![ .\-–/]?\d)/gu) ?? [];
  return grouped.slice(0, 3).map((digits) => digits.replace(/\D/gu, ''));
}
