import { findAddresses } from '../../understanding/personal/find-addresses.ts';
import { presentedNames } from '../../understanding/personal/find-names.ts';
import { findEmails } from '../../understanding/personal/find-numbers.ts';
import { type HiddenKind, merged, type Span, spansOf } from '../../understanding/personal/span.ts';

/**
 * A question without what tells of a person: names with which somebody introduces themselves, postal addresses, addresses of mail and pages,
 * telephone and card numbers, numbers of orders. Short numbers stay, for "a size 42" is what the question is about, and so do
 * places that are only named. `country`: whose postcodes are meant, ISO 3166-1 alpha-2.
 */
export function redact(text: string, country: string): string {
  return withoutPerson(text, country)
    .replaceAll(/[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/gu, '[e-mail]')
    .replaceAll(/\b(?:https?:\/\/|www\.)\S+/giu, '[link]')
    .replaceAll(/\b(?=[\p{L}-]*\p{N})(?=[\p{N}-]*\p{L})[\p{L}\p{N}-]{8,}\b/gu, '[number]')
    .replaceAll(/(?:\+|\b)\p{N}(?:[\s()./-]{0,2}\p{N}){4,}/gu, '[number]')
    .replaceAll(/(?<![\p{L}\p{N}])[#@][\p{L}\p{N}_-]{2,}/gu, '[name]');
}

/** Whether something of it is taken out before it is kept. */
export function tellsOfPerson(text: string, country: string): boolean {
  return redact(text, country) !== text.normalize('NFKC');
}

const shown: Readonly<Record<HiddenKind, string>> = {
  address: '[address]',
  email: '[e-mail]',
  name: '[name]',
  phone: '[number]',
  card: '[number]',
  account: '[number]',
  text: '',
};

function withoutPerson(written: string, country: string): string {
  const text = written.normalize('NFKC');
  const spans = merged([...findEmails(text), ...findAddresses(text, 'talk', country), ...names(text)]);
  const pieces = spans.map(({ kind, start }, index) => text.slice(spans[index - 1]?.end ?? 0, start) + shown[kind]);
  return pieces.join('') + text.slice(spans.at(-1)?.end ?? 0);
}

/** Wherever a name stands, once somebody has said that it is theirs. */
function names(text: string): readonly Span[] {
  return presentedNames(text).flatMap((name) => {
    const literal = name.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
    return spansOf('name', text, new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${literal}(?![\\p{L}\\p{M}\\p{N}])`, 'giu'));
  });
}
