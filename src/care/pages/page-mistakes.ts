import type { Mistake } from '../../dialog/book.ts';

/** Every mistake of a page that is no mistake of YAML, and whether it keeps the new pages from going live; docs/pages.md explains each. */
export const pageSeverities = {
  'unclosed-head': 'error',
  'no-title': 'error',
  'bad-link': 'error',
  'bad-page-name': 'error',
  'unknown-language': 'error',
  'page-too-long': 'error',
  'too-many-pages': 'error',
  'question-too-long': 'error',
  'unknown-heading': 'error',
  'nothing-said': 'warning',
  'long-passage': 'warning',
  'html-left-out': 'warning',
  'no-original': 'warning',
} as const;

export type PageMistakeCode = keyof typeof pageSeverities;

export interface PageMistakeAt {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

export interface PageMistakeWords {
  readonly message: string;
  readonly hint: string | null;
}

export function pageMistake(code: PageMistakeCode, at: PageMistakeAt, words: PageMistakeWords): Mistake {
  return { file: at.file, line: at.line, column: at.column ?? 1, severity: pageSeverities[code], code, ...words };
}
