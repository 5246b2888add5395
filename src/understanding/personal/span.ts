/** What is kept from the model; `text` are words that look like one of our own marks. */
export const hiddenKinds = ['name', 'phone', 'email', 'address', 'card', 'account', 'text'] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/** Where in a text something stands. */
export interface Span {
  readonly kind: HiddenKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Whose words these are. In the shop's own (products, pages, instructions) a row of digits is rather a number of an article than a
 * telephone; in a shopper's, and in answers to them, it is rather hidden once too often.
 */
export type Voice = 'talk' | 'shop';

/** Sorted, and none over another: what overlaps becomes one, of the kind that was named first. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && span.start < last.end) result[result.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) result.push(span);
  }
  return result;
}

export function spansOf(kind: HiddenKind, text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    kind,
    start: index,
    end: index + found.length,
  }));
}
