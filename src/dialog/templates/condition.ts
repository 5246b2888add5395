import { isTruthy, toValueSync, Value } from 'liquidjs';
import type { Json, JsonObject } from '../../storage/json.ts';
import type { Condition } from '../book.ts';
import { contextFor } from './expression.ts';
import { lookup, parsePath } from './path.ts';
import { literal } from './pieces.ts';
import type { Templates } from './templates.ts';

type Holds = (scope: JsonObject) => boolean;

/** As in Liquid: nothing and `false` do not hold, all else does, an empty text and 0 too. */
export function compileCondition(source: string, templates: Templates): Condition {
  return { source, holds: quickCondition(source.trim()) ?? liquidCondition(source, templates) };
}

/** Plain paths and comparisons, joined by `and` alone or by `or` alone; `null` for all that needs Liquid. */
export function quickCondition(source: string): Holds | null {
  if (/["'][^"']*\b(and|or)\b[^"']*["']/.test(source)) return null;
  const joined = / and /.test(source) ? 'and' : 'or';
  const parts = source.split(` ${joined} `).map(comparison);
  if (!parts.every((part) => part !== null)) return null;
  const [first, ...rest] = parts;
  if (first && rest.length === 0) return first;
  return joined === 'and'
    ? (scope) => parts.every((holds) => holds(scope))
    : (scope) => parts.some((holds) => holds(scope));
}

const compared = /^(\S+)\s*(==|!=|>=|<=|>|<)\s*("[^"\\]*"|'[^'\\]*'|[^\s=<>!]+)$/;

function comparison(source: string): Holds | null {
  const plain = operand(source.trim());
  if (plain) return (scope) => truthy(plain(scope));
  const [, leftSource = '', operator = '', rightSource = ''] = compared.exec(source.trim()) ?? [];
  const left = operand(leftSource);
  const right = operand(rightSource);
  const compare = comparers[operator];
  return left && right && compare ? (scope) => compare(left(scope), right(scope)) : null;
}

function operand(source: string): ((scope: JsonObject) => Json) | null {
  const constant = literal(source);
  if (constant !== undefined) return () => constant;
  const path = parsePath(source);
  return path && ((scope) => lookup(scope, path));
}

function truthy(value: Json): boolean {
  return value !== null && value !== false;
}

const comparers: Readonly<Record<string, (left: Json, right: Json) => boolean>> = {
  '==': same,
  '!=': (left, right) => !same(left, right),
  '>': (left, right) => ordered(left, right, (one, other) => one > other),
  '<': (left, right) => ordered(left, right, (one, other) => one < other),
  '>=': (left, right) => ordered(left, right, (one, other) => one >= other),
  '<=': (left, right) => ordered(left, right, (one, other) => one <= other),
};

function same(left: Json, right: Json): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => same(item, right[index] ?? null));
  }
  return left === right;
}

/** Nothing is neither more nor less than anything, whatever JavaScript thinks of `null >= 0`. */
function ordered(
  left: Json,
  right: Json,
  compare: (left: string | number, right: string | number) => boolean,
): boolean {
  return comparable(left) && comparable(right) && compare(left, right);
}

function comparable(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function liquidCondition(source: string, templates: Templates): Holds {
  try {
    const value = new Value(source, templates.verbatim);
    return (scope) => {
      try {
        const context = contextFor(scope, templates);
        return isTruthy(toValueSync(value.value(context, true)), context);
      } catch {
        return false;
      }
    };
  } catch {
    return () => false;
  }
}
