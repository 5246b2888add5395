import { StoreError } from './errors.ts';
import { type Kind, type KindSpec, kinds } from './kinds.ts';
import type { Condition, Query } from './store.ts';

export type Scalar = string | number | boolean;

/** One plain comparison; a query is all of them. */
export type Comparison =
  | { readonly field: string; readonly operator: 'equal' | 'above' | 'from' | 'below' | 'to'; readonly value: Scalar }
  | { readonly field: string; readonly operator: 'in'; readonly values: readonly Scalar[] }
  | { readonly field: string; readonly operator: 'empty' };

/** The query's conditions, spelled out; throws `StoreError` for what the kind does not declare. */
export function comparisonsOf(kind: Kind, query: Query): readonly Comparison[] {
  return Object.entries(query.where ?? {}).flatMap(([field, condition]) => {
    const type = fieldType(kind, field);
    const comparisons = compare(field, condition);
    for (const comparison of comparisons)
      for (const value of valuesOf(comparison)) checkType(value, { kind, field, type });
    return comparisons;
  });
}

/** Throws `StoreError` when the sort field is not declared. */
export function sortOf(kind: Kind, query: Query): { readonly by: string | null; readonly isDown: boolean } {
  if (query.sort === undefined) return { by: null, isDown: false };
  fieldType(kind, query.sort.by);
  return { by: query.sort.by, isDown: query.sort.direction === 'down' };
}

export const DEFAULT_LIMIT = 100;

function fieldType(kind: Kind, field: string): KindSpec['fields'][string] {
  const fields: KindSpec['fields'] = kinds[kind].fields;
  const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (type === undefined) throw new StoreError('STORE_FAILED', `${kind} declares no field ${JSON.stringify(field)}`);
  return type;
}

function compare(field: string, condition: Condition): readonly Comparison[] {
  if (condition === null) return [{ field, operator: 'empty' }];
  if (typeof condition !== 'object') return [{ field, operator: 'equal', value: condition }];
  if ('in' in condition) return [{ field, operator: 'in', values: condition.in }];
  return (['above', 'from', 'below', 'to'] as const).flatMap((operator) => {
    const value = condition[operator];
    return value === undefined ? [] : [{ field, operator, value }];
  });
}

function valuesOf(comparison: Comparison): readonly Scalar[] {
  switch (comparison.operator) {
    case 'empty':
      return [];
    case 'in':
      return comparison.values;
    default:
      return [comparison.value];
  }
}

function checkType(value: Scalar, expected: { kind: Kind; field: string; type: KindSpec['fields'][string] }): void {
  if (isOfType(value, expected.type)) return;
  const { kind, field, type } = expected;
  throw new StoreError('STORE_FAILED', `${kind}.${field} is a ${type} and cannot be compared with a ${typeof value}`);
}

/** A field of another type than declared counts as absent, in every store. */
export function isOfType(value: unknown, type: KindSpec['fields'][string]): value is Scalar {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
  }
}
