import { type Context, toValueSync, Value } from 'liquidjs';
import type { Json, JsonObject } from '../../storage/json.ts';
import type { Expression } from '../book.ts';
import { contextOf, longestOutput } from './liquid.ts';
import { lookup, parsePath } from './path.ts';
import { parseOutput, parsePieces } from './pieces.ts';
import type { Templates } from './templates.ts';
import { toJson } from './to-json.ts';
import { toText } from './to-text.ts';

type Evaluate = (scope: JsonObject) => Json;

/** A value as the file has it: JSON with templates in its strings. One that is a single `{{ … }}` gives the value itself. */
export function compileExpression(literal: Json, templates: Templates): Expression {
  const source = typeof literal === 'string' ? literal : JSON.stringify(literal);
  return { source, value: compileValue(literal, templates) };
}

function compileValue(literal: Json, templates: Templates): Evaluate {
  if (typeof literal === 'string') return compileString(literal, templates);
  if (literal === null || typeof literal !== 'object') return () => literal;
  if (Array.isArray(literal)) return compileList(literal, templates);
  return compileObject(literal as JsonObject, templates);
}

function compileList(literal: readonly Json[], templates: Templates): Evaluate {
  const items = literal.map((item) => compileValue(item, templates));
  return (scope) => items.map((item) => item(scope));
}

function compileObject(literal: JsonObject, templates: Templates): Evaluate {
  const entries = Object.entries(literal).map(([key, value]) => [key, compileValue(value, templates)] as const);
  return (scope) => Object.fromEntries(entries.map(([key, value]) => [key, value(scope)]));
}

function compileString(source: string, templates: Templates): Evaluate {
  if (!source.includes('{{') && !source.includes('{%')) return () => source;
  const whole = wholeOutput(source);
  return whole === null ? compileMixed(source, templates) : compileWhole(whole, templates);
}

const wrapped = /^\s*\{\{-?((?:(?!\}\}|\{\{).)*?)-?\}\}\s*$/s;

/** What stands between the braces when there is nothing around them. */
function wholeOutput(source: string): string | null {
  return wrapped.exec(source)?.[1]?.trim() ?? null;
}

function compileWhole(source: string, templates: Templates): Evaluate {
  const path = parsePath(source);
  if (path) return (scope) => lookup(scope, path);
  const quick = parseOutput(source);
  if (quick) return (scope) => toJson(quick(scope, templates.own));
  return totally(() => {
    const value = new Value(source, templates.verbatim);
    return (scope) => toJson(toValueSync(value.value(contextFor(scope, templates), true)));
  });
}

export function contextFor(scope: JsonObject, { verbatim, own }: Templates): Context {
  return contextOf(verbatim, scope, own);
}

function compileMixed(source: string, templates: Templates): Evaluate {
  const pieces = parsePieces(source);
  const { own, verbatim } = templates;
  if (pieces) {
    return (scope) =>
      pieces.map((piece) => (typeof piece === 'string' ? piece : toText(piece(scope, own), own))).join('');
  }
  return totally(() => {
    const parsed = verbatim.parse(source);
    return (scope) => String(verbatim.renderSync(parsed, contextOf(verbatim, scope, own))).slice(0, longestOutput);
  });
}

/** Neither compiling nor evaluating throws: mistakes are told by the checker, and a shopper never waits on one. */
function totally(compile: () => Evaluate): Evaluate {
  try {
    const evaluate = compile();
    return (scope) => {
      try {
        return evaluate(scope);
      } catch {
        return null;
      }
    };
  } catch {
    return () => null;
  }
}
