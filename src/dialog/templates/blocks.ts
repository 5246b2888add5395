import { escapeMarkup } from '../../channel/markup.ts';
import type { Json, JsonObject } from '../../storage/json.ts';
import { quickCondition } from './condition.ts';
import type { Formatting } from './formats.ts';
import { longestOutput } from './liquid.ts';
import { lookup, parsePath } from './path.ts';
import { parseOutput } from './pieces.ts';
import { toShown } from './to-text.ts';

/** Writes a template's markup source, values escaped. */
export type Write = (scope: JsonObject, formatting: Formatting) => string;

/**
 * Compiles templates whose only tags are plain `if`, `unless`, `else` and `for`: most that a merchant writes, at a tenth of what
 * Liquid takes for them. `null` when it takes Liquid to read it (`elsif`, whitespace control, `limit:`, `forloop` …).
 */
export function compileBlocks(source: string): Write | null {
  if (/\{[{%]-|-[%}]\}|forloop|parentloop/.test(source)) return null;
  const tokens = source.split(/(\{%[^%]*%\}|\{\{[^{}]*\}\})/);
  const reader: Reader = { tokens, at: 0 };
  const write = readBlock(reader, []);
  return write && reader.at === tokens.length ? (scope, formatting) => cut(write(scope, formatting)) : null;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function cut(text: string): string {
  return text.length > longestOutput ? text.slice(0, longestOutput) : text;
}

/** Reads up to one of the tags that end it, which is left to be read; all of it when there is none. */
function readBlock(reader: Reader, ends: readonly string[]): Write | null {
  const parts: Write[] = [];
  for (; reader.at < reader.tokens.length; reader.at += 1) {
    const token = reader.tokens[reader.at] ?? '';
    const tag = tagOf(token);
    if (tag && ends.includes(tag.name) && tag.rest === '') return sequence(parts);
    const part = tag ? readTag(reader, tag) : readWords(token);
    if (!part) return null;
    parts.push(part);
  }
  return ends.length === 0 ? sequence(parts) : null;
}

function sequence(parts: readonly Write[]): Write {
  return (scope, formatting) => {
    let text = '';
    for (const part of parts) text += part(scope, formatting);
    return text;
  };
}

interface Tag {
  readonly name: string;
  readonly rest: string;
}

function tagOf(token: string): Tag | null {
  const match = /^\{%\s*(\w+)\s*(.*?)\s*%\}$/s.exec(token);
  return match ? { name: match[1] ?? '', rest: match[2] ?? '' } : null;
}

function readWords(token: string): Write | null {
  if (token.startsWith('{{')) return readOutput(token.slice(2, -2));
  return token.includes('{{') || token.includes('{%') || token.includes('}}') ? null : () => token;
}

function readOutput(source: string): Write | null {
  const output = parseOutput(source);
  return output && ((scope, formatting) => escapeMarkup(toShown(output(scope, formatting), formatting)));
}

function readTag(reader: Reader, tag: Tag): Write | null {
  reader.at += 1;
  switch (tag.name) {
    case 'if':
      return readIf(reader, tag.rest, false);
    case 'unless':
      return readIf(reader, tag.rest, true);
    case 'for':
      return readFor(reader, tag.rest);
    default:
      return null;
  }
}

function readIf(reader: Reader, source: string, negated: boolean): Write | null {
  const holds = quickCondition(source);
  const end = negated ? 'endunless' : 'endif';
  const then = readBlock(reader, ['else', end]);
  const hasElse = tagOf(reader.tokens[reader.at] ?? '')?.name === 'else';
  if (hasElse) reader.at += 1;
  const otherwise = hasElse ? readBlock(reader, [end]) : () => '';
  if (!holds || !then || !otherwise) return null;
  return (scope, formatting) => (holds(scope) === negated ? otherwise : then)(scope, formatting);
}

/** Liquid's render limits are for loops in loops; here the length of what comes out is the limit. */
function readFor(reader: Reader, source: string): Write | null {
  const [, name = '', of = ''] = /^(\w+)\s+in\s+(\S+)$/.exec(source) ?? [];
  const path = parsePath(of);
  const body = readBlock(reader, ['endfor']);
  if (!path || !body || name === '') return null;
  return (scope, formatting) => {
    let text = '';
    for (const item of itemsOf(lookup(scope, path))) {
      text += body({ ...scope, [name]: item }, formatting);
      if (text.length > longestOutput) break;
    }
    return text;
  };
}

/** As in Liquid: an object gives its pairs, a text is one item, nothing is none. */
function itemsOf(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) return Object.entries(value);
  return typeof value === 'string' && value !== '' ? [value] : [];
}
