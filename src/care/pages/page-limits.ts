/** What still reads as a page of a shop: far above what merchants write, far below what would slow the shop down. */
export const pageLimits = {
  /** Files, all languages together. */
  files: 500,
  /** Characters of one file. */
  page: 100_000,
  /** Characters of one paragraph or list; what is longer is cut at a sentence where it is said. */
  passage: 900,
  /** Characters of one way to ask. */
  question: 200,
} as const;
