import { type HiddenKind, hiddenKinds } from '../../../understanding/personal/span.ts';

/** What has been hidden in one request, and how it comes back. The same words always have the same mark. */
export interface Vault {
  hide(kind: HiddenKind, words: string): string;
  /** The words behind a mark; `null`: there is none. */
  wordsOf(kind: string, number: string): string | null;
}

export function createVault(): Vault {
  const marks = new Map<string, string>();
  const words = new Map<string, string>();
  const counts = new Map<HiddenKind, number>();
  return {
    hide(kind, hidden) {
      const known = marks.get(hidden);
      if (known !== undefined) return known;
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      const mark = `⟨${kind}-${number}⟩`;
      marks.set(hidden, mark);
      words.set(`${kind}-${number}`, hidden);
      return mark;
    },
    wordsOf: (kind, number) => words.get(`${kind}-${number}`) ?? null,
  };
}

const kinds = hiddenKinds.join('|');

/** As we write it. */
export const ownMark = new RegExp(`⟨(${kinds})-(\\d{1,4})⟩`, 'gu');

/** As models give it back: with other brackets, other dashes, or escaped in JSON. */
const givenMark = new RegExp(`(?:[⟨〈‹<\\[]|\\\\u27e8) ?(${kinds})[-‐‑–_ ](\\d{1,4}) ?(?:[⟩〉›>\\]]|\\\\u27e9)`, 'giu');

/** The beginning of a mark at the end of a text that still grows. */
const begunMark = /(?:[⟨〈‹<[]|\\u?[\da-f]{0,4}) ?[a-z]{0,7}[-‐‑–_ ]?\d{0,4} ?(?:\\u?[\da-f]{0,3})?$/iu;

/** The text with all words back; `null` when it holds a mark that hides nothing: then the model made it up. */
export function restored(text: string, vault: Vault, inJson: boolean): string | null {
  let madeUp = false;
  const back = text.replaceAll(givenMark, (mark, kind: string, number: string) => {
    const words = vault.wordsOf(kind.toLowerCase(), number);
    if (words !== null) return inJson ? JSON.stringify(words).slice(1, -1) : words;
    madeUp ||= new RegExp(ownMark.source, 'u').test(mark);
    return mark;
  });
  return madeUp ? null : back;
}

export function withoutBegunMark(text: string): string {
  return text.replace(begunMark, '');
}
