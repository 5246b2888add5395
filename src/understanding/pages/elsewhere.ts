import { foldCase } from '../normalise.ts';
import { pageLanguages } from './languages/page-languages.ts';

const languages = [...pageLanguages.values()];
const whole = new Set(languages.flatMap(({ elsewhere }) => elsewhere.map(foldCase)));
const beginnings = languages.flatMap(({ tells }) => tells.map((phrase) => `${foldCase(phrase)} `));

/** It speaks of what was just shown, or tells of oneself: no page answers. */
export function isElsewhere(words: readonly string[]): boolean {
  const line = words.join(' ');
  return whole.has(line) || beginnings.some((phrase) => `${line} `.startsWith(phrase));
}
