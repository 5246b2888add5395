import { englishScore } from './sentiment/english.ts';
import { shownLanguage } from './sentiment/language-of.ts';
import { listedScore } from './sentiment/listed.ts';
import { toThousandths } from './sentiment/to-thousandths.ts';
import { languageOf } from './words.ts';

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

/** Longer texts are judged by their beginning. */
const longest = 4_000;
/** From where on a score is good or bad: the thresholds on a rating are brought to this (decision 34). */
const clear = 0.2;

/**
 * How a text sounds, by its words, their negations and emoji. Reads English, Spanish, Portuguese, German, Hindi and Arabic: `null` for
 * other languages, and for a text too short to show its language unless the writer is likely to write one of these and a known word is in it.
 */
export function moodOf(text: string, { stars, locale }: MoodHints = {}): Mood | null {
  const heard = scoreOf(text.slice(0, longest), locale);
  if (heard === null) return null;
  const score = stars === undefined ? heard : (heard + (stars - 3) / 2) / 2;
  return { score: toThousandths(score), mood: moodAt(score) };
}

/** A score of −1 to 1 in a word. */
export function moodAt(score: number): Mood['mood'] {
  if (score >= clear) return 'good';
  return score <= -clear ? 'bad' : 'mixed';
}

function scoreOf(text: string, locale: string | undefined): number | null {
  const shown = shownLanguage(text, locale);
  const language = shown ?? languageOf(locale ?? '');
  const heard = language === 'en' ? englishScore(text) : listedScore(text, language);
  if (heard === null || (shown === null && !heard.known)) return null;
  return heard.score;
}
