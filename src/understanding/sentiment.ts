import { franc } from 'franc-min';
import wink from 'wink-sentiment';

export interface Mood {
  /** −1 to 1. */
  readonly score: number;
  readonly mood: 'good' | 'mixed' | 'bad';
}

export interface MoodHints {
  /** 1 to 5, where they were given with the words: they count as much as the words. */
  readonly stars?: number;
  /** What language the writer is likely to use, BCP 47: for texts too short to tell. */
  readonly locale?: string;
}

/** Shorter texts show no language: https://github.com/wooorm/franc (`minLength`), and what was measured, in decision 28. */
const shortest = 30;
/** Longer texts are judged by their beginning. */
const longest = 4_000;
/** A sum of word values becomes −1 to 1 by x / √(x² + 15), as in VADER (Hutto & Gilbert, 2014). */
const damping = 15;
/** One weak word (a sum of 1) is 0.25. */
const clear = 0.2;

/**
 * How a text sounds, by its words, their negations and emoji. English alone can be read: `null` for every other language, and for a
 * text that is too short to show its language unless the writer is likely to write English and a known word is in it.
 */
export function moodOf(text: string, { stars, locale }: MoodHints = {}): Mood | null {
  const begun = text.slice(0, longest);
  const values = wordValues(begun);
  if (!isReadable(begun, values.length, locale)) return null;
  const sum = values.reduce((all, value) => all + value, 0);
  const heard = sum / Math.sqrt(sum * sum + damping);
  const score = stars === undefined ? heard : (heard + (stars - 3) / 2) / 2;
  return { score: Math.round(score * 1_000) / 1_000, mood: moodAt(score) };
}

function moodAt(score: number): Mood['mood'] {
  if (score >= clear) return 'good';
  return score <= -clear ? 'bad' : 'mixed';
}

/** The library's own sum is not used: it takes "constructor" for a word with a value. */
function wordValues(text: string): readonly number[] {
  const tokens = wink(text).tokenizedPhrase ?? [];
  return tokens.flatMap(({ score }) => (typeof score === 'number' && Number.isFinite(score) ? score : []));
}

function isReadable(text: string, known: number, locale: string | undefined): boolean {
  const language = franc(text, { minLength: shortest });
  if (language !== 'und') return language === 'eng';
  return known > 0 && (locale ?? '').toLowerCase().split('-')[0] === 'en';
}
