import type { Json, JsonObject } from '../../storage/json.ts';

/** `order.lines[0].title` as its steps. */
export type Path = readonly (string | number)[];

const whole = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[\d+\])*$/;
const words = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank', 'and', 'or', 'not', 'contains']);

/** `null` when it is more than a plain path, or one of Liquid's own words. */
export function parsePath(text: string): Path | null {
  if (!whole.test(text) || words.has(text)) return null;
  return [...text.matchAll(/[A-Za-z_][\w-]*|\d+(?=\])/g)].map(([part]) => (/^\d/.test(part) ? Number(part) : part));
}

/** Own properties alone, as in Liquid, with its `size`, `first` and `last`. What is not there is `null`. */
export function lookup(scope: JsonObject, path: Path): Json {
  let value: Json = scope;
  for (const step of path) {
    if (value === null) return null;
    value = property(value, step);
  }
  return value;
}

function property(value: Json, step: string | number): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (Object.hasOwn(value, step)) return (value as JsonObject)[step] ?? null;
    return step === 'size' ? Object.keys(value).length : null;
  }
  if (Array.isArray(value)) return item(value, step);
  return typeof value === 'string' && step === 'size' ? value.length : null;
}

function item(list: readonly Json[], step: string | number): Json {
  if (step === 'size') return list.length;
  if (step === 'first') return list[0] ?? null;
  if (step === 'last') return list.at(-1) ?? null;
  return typeof step === 'number' ? (list[step] ?? null) : null;
}
