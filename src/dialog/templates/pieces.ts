import type { Json, JsonObject } from '../../storage/json.ts';
import { type ShopFilter, shopFilters } from './filters.ts';
import type { Formatting } from './formats.ts';
import { lookup, parsePath } from './path.ts';

/** One `{{ … }}` that needs no Liquid: a plain path, with Parley's own filters and literal arguments. */
export type Output = (scope: JsonObject, formatting: Formatting) => unknown;

/** A template cut into words and outputs; `null` when it takes Liquid to read it. */
export function parsePieces(source: string): readonly (string | Output)[] | null {
  if (source.includes('{%')) return null;
  const parts = source.split(/\{\{([^{}]*)\}\}/);
  const pieces = parts.map((part, index) => (index % 2 === 0 ? words(part) : parseOutput(part)));
  return pieces.every((piece) => piece !== null) ? pieces.filter((piece) => piece !== '') : null;
}

export function parseOutput(source: string): Output | null {
  const [head = '', ...rest] = splitPipes(source);
  const path = parsePath(head.trim());
  const filters = rest.map(parseFilter);
  if (!path || !filters.every((filter) => filter !== null)) return null;
  if (filters.length === 0) return (scope) => lookup(scope, path);
  return (scope, formatting) =>
    filters.reduce<unknown>((value, filter) => filter(value, formatting), lookup(scope, path));
}

/** What is left between outputs has to be words alone: `{{` that closes nowhere is Liquid's to complain of. */
function words(part: string): string | null {
  return part.includes('{{') || part.includes('}}') ? null : part;
}

type Applied = (value: unknown, formatting: Formatting) => unknown;

function parseFilter(source: string): Applied | null {
  const [, name = '', given = ''] = /^\s*(\w+)\s*(?::(.*))?$/s.exec(source) ?? [];
  const filter: ShopFilter | undefined = Object.hasOwn(shopFilters, name) ? shopFilters[name] : undefined;
  const args = given.trim() === '' ? [] : splitOutsideQuotes(given, ',').map(literal);
  if (!filter || args.some((arg) => arg === undefined)) return null;
  return (value, formatting) => filter(value, args, formatting);
}

/** `undefined` when it is not a literal. */
export function literal(source: string): Json | undefined {
  const text = source.trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^"[^"]*"$/.test(text) || /^'[^']*'$/.test(text)) return text.includes('\\') ? undefined : text.slice(1, -1);
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text === 'nil' || text === 'null' ? null : undefined;
}

function splitPipes(source: string): readonly string[] {
  return splitOutsideQuotes(source, '|');
}

function splitOutsideQuotes(source: string, separator: string): readonly string[] {
  const parts: string[] = [''];
  let quote: string | null = null;
  for (const char of source) {
    if (quote === null && char === separator) parts.push('');
    else parts[parts.length - 1] += char;
    if (quote === null ? char === '"' || char === "'" : char === quote) quote = quote === null ? char : null;
  }
  return parts;
}
