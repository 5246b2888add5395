import { ellipsis, shorten } from '../cut.ts';

export interface FittedLabels {
  readonly labels: readonly string[];
  /** They carry their numbers, since without them two would be equal. */
  readonly numbered: boolean;
}

/** What has room for any label is a program: it tells equal ones apart by their ids, and wants them as they are. */
const unlimited = Number.MAX_SAFE_INTEGER;

/** Labels of at most `max` UTF-16 units, no two of them equal; `null` when that cannot be. */
export function fitLabels(labels: readonly string[], max: number, first: number): FittedLabels | null {
  if (max === unlimited) return { labels, numbered: false };
  const short = labels.some((label) => label.length > max) ? labels.map((label) => shorten(label, max)) : labels;
  if (areDistinct(short) && !short.includes(ellipsis)) return { labels: short, numbered: false };
  const last = `${first + labels.length - 1}. `;
  // With less room than this a number would stand alone.
  if (max < last.length + 2) return null;
  return { labels: labels.map((label, index) => shorten(`${first + index}. ${label}`, max)), numbered: true };
}

export function areDistinct(texts: readonly string[]): boolean {
  if (texts.length < 9) return texts.every((text, index) => texts.indexOf(text) === index);
  return new Set(texts).size === texts.length;
}
