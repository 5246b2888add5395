import type { Expression, Option } from '../book.ts';

/** `Array.isArray` does not narrow a readonly array in a union. */
export function isOptionList(given: Expression | readonly Option[]): given is readonly Option[] {
  return Array.isArray(given);
}
