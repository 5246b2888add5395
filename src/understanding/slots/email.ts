import { restOf, valueWithRest } from './rest.ts';
import { type SlotReading, unreadable } from './slot-reading.ts';

const longestLocalPart = 64;
const longestAddress = 254;
const piece = /[^\s<>()[\],;:"]+/gu;
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.');
  return (
    labels.length >= 2 &&
    labels.every((one) => label.test(one)) &&
    /^(?:\p{L}{2,}|xn--[\w-]+)$/u.test(labels.at(-1) ?? '')
  );
};

const isEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > longestLocalPart || text.length > longestAddress) return false;
  return localPart.test(text.slice(0, at)) && isDomain(text.slice(at + 1));
};

const withoutTail = (text: string): string => text.replace(/^['*_]+/, '').replace(/(?<![.!?'*_])[.!?'*_]+$/, '');

interface FoundEmail {
  readonly email: string;
  readonly start: number;
  readonly end: number;
}

const emailsIn = (text: string): readonly FoundEmail[] =>
  Array.from(text.matchAll(piece), ({ 0: written, index }) => ({
    written: withoutTail(written),
    start: index,
    end: index + written.length,
  }))
    .filter(({ written }) => written.includes('@') && isEmail(written))
    .map(({ written, start, end }) => ({ email: written, start, end }));

/** The domain in lower case; the local part as written, since only its host knows whether case matters. */
const canonical = (email: string): string => {
  const at = email.lastIndexOf('@');
  return email.slice(0, at) + email.slice(at).toLowerCase();
};

/** The one e-mail address of a sentence; two different ones are unreadable. */
export const readEmail = (text: string): SlotReading => {
  const [first, ...others] = emailsIn(text);
  if (first === undefined || others.some(({ email }) => canonical(email) !== canonical(first.email))) return unreadable;
  return valueWithRest(canonical(first.email), others.length > 0 ? null : restOf(text, first));
};
