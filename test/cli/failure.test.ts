import { describe, expect, it } from 'vitest';
import { SearchError } from '../../src/catalog/search-error.ts';
import { tellFailure } from '../../src/cli/failure.ts';
import { StoreError } from '../../src/storage/errors.ts';

describe('a command that fails', () => {
  it.each([
    [
      new SearchError('SEARCH_UNAVAILABLE', 'Meilisearch cannot be reached: is it running at MEILI_URL?'),
      'The search does not work: Meilisearch cannot be reached: is it running at MEILI_URL? (SEARCH_UNAVAILABLE)\n',
    ],
    [
      new StoreError('STORE_FAILED', 'no room'),
      'The store does not work: no room\nIs there room on the disk, and may Parley write into PARLEY_DATA? (STORE_FAILED)\n',
    ],
  ])('tells what a server does wrong in words, without a stack', (error, words) => {
    expect(tellFailure(error, false)).toEqual({ words, exitCode: 1 });
  });

  it('shows the stack of a defect', () => {
    const { words, exitCode } = tellFailure(new TypeError('x is no function'), false);
    expect(words).toMatch(/^This should not have happened:\nTypeError: x is no function\n\s+at /u);
    expect(exitCode).toBe(70);
  });
});
