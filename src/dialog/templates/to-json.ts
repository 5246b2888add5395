import type { Json } from '../../storage/json.ts';

/** Liquid hands out `undefined`, drops and dates; state holds plain JSON alone. */
export function toJson(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || depth > 20) return null;
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  if (value instanceof Date) return value.toISOString();
  const entries = Object.entries(value).map(([key, field]) => [key, toJson(field, depth + 1)] as const);
  return Object.fromEntries(entries);
}
