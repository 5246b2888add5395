import { shorten } from '../../channel/cut.ts';

/**
 * The text up to the last sentence or line that ends within `max` UTF-16 units; its beginning with an ellipsis where the first one is longer.
 */
export function firstSentences(text: string, max: number, locale: string): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of sentencesOf(text, locale)) {
    if (index + segment.trimEnd().length > max) break;
    end = index + segment.length;
  }
  return end === 0 ? shorten(text, max) : text.slice(0, end).trimEnd();
}

function sentencesOf(text: string, locale: string): Iterable<Intl.SegmentData> {
  return new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text);
}
