/** Rounded to three decimals. Never −0: a document would not keep it, and come back as another. */
export function toThousandths(value: number): number {
  return Math.round(value * 1_000) / 1_000 + 0;
}
