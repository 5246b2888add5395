import type { Template } from 'liquidjs';
import { parseMarkup } from '../../channel/markup.ts';
import { type Inline, plainText, type RichText } from '../../channel/rich-text.ts';
import type { JsonObject } from '../../storage/json.ts';
import { compileBlocks, type Write } from './blocks.ts';
import type { Formatting } from './formats.ts';
import { contextOf, longestOutput } from './liquid.ts';
import { type Output, parsePieces } from './pieces.ts';
import type { Templates } from './templates.ts';
import { toShown } from './to-text.ts';

/** One text in one language, compiled. Total: what is missing or fails is nothing. */
export interface CompiledText {
  rich(scope: JsonObject, formatting: Formatting): RichText;
  plain(scope: JsonObject, formatting: Formatting): string;
}

export function compileText(source: string, templates: Templates): CompiledText {
  const pieces = parsePieces(source);
  if (!pieces) return blockText(source) ?? liquidText(source, templates);
  const outputs = pieces.filter((piece) => typeof piece !== 'string');
  if (outputs.length === 0) return constantText(source);
  return canHoldPlaces(source) ? filledText(pieces, outputs) : liquidText(source, templates);
}

function constantText(source: string): CompiledText {
  const rich = parseMarkup(source);
  const plain = plainText(rich);
  return { rich: () => rich, plain: () => plain };
}

/** The markup is read once, with a private character where each value goes; then values need no escaping. */
function filledText(pieces: readonly (string | Output)[], outputs: readonly Output[]): CompiledText {
  let next = firstPlace;
  const marked = pieces.map((piece) => (typeof piece === 'string' ? piece : String.fromCharCode(next++))).join('');
  const fillers = parseMarkup(marked).map((inline) => filler(inline, outputs));
  const rich = (scope: JsonObject, formatting: Formatting) => fillers.map((fill) => fill(scope, formatting));
  return { rich, plain: (scope, formatting) => plainText(rich(scope, formatting)) };
}

const firstPlace = 0xe000;
const lastPlace = 0xf8ff;
const place = /([\ue000-\uf8ff])/;
const linkWithOutput = /\]\([^)]*\{\{|https?:\/\/\S*\{\{/;

function canHoldPlaces(source: string): boolean {
  return !place.test(source) && !linkWithOutput.test(source) && source.length < lastPlace - firstPlace;
}

type Filler = (scope: JsonObject, formatting: Formatting) => Inline;

function filler(inline: Inline, outputs: readonly Output[]): Filler {
  if (typeof inline === 'string') return stringFiller(inline, outputs);
  if ('bold' in inline) return nested(inline.bold, outputs, (bold) => ({ bold }));
  if ('italic' in inline) return nested(inline.italic, outputs, (italic) => ({ italic }));
  if ('link' in inline) return nested(inline.text, outputs, (text) => ({ link: inline.link, text }));
  const code = stringFiller(inline.code, outputs);
  return (scope, formatting) => ({ code: code(scope, formatting) });
}

function nested(text: RichText, outputs: readonly Output[], wrap: (text: RichText) => Inline): Filler {
  const fillers = text.map((inline) => filler(inline, outputs));
  return (scope, formatting) => wrap(fillers.map((fill) => fill(scope, formatting)));
}

function stringFiller(text: string, outputs: readonly Output[]): (scope: JsonObject, formatting: Formatting) => string {
  const parts = text
    .split(place)
    .map((part) => (place.test(part) ? outputs[part.charCodeAt(0) - firstPlace] : part) ?? '');
  if (parts.every((part) => typeof part === 'string')) return () => text;
  return (scope, formatting) => {
    let filled = '';
    for (const part of parts) filled += typeof part === 'string' ? part : toShown(part(scope, formatting), formatting);
    return filled.length > longestOutput ? filled.slice(0, longestOutput) : filled;
  };
}

function blockText(source: string): CompiledText | null {
  const write = compileBlocks(source);
  return write && markedText(write);
}

/** A text that is written with its markup, and read when it is. */
function markedText(write: Write): CompiledText {
  const rich = (scope: JsonObject, formatting: Formatting) => parseMarkup(write(scope, formatting));
  return { rich, plain: (scope, formatting) => plainText(rich(scope, formatting)) };
}

function liquidText(source: string, templates: Templates): CompiledText {
  const parsed = parsedOrNothing(source, templates);
  return markedText((scope, formatting) => renderLiquid(parsed, scope, { templates, formatting }));
}

function parsedOrNothing(source: string, templates: Templates): readonly Template[] {
  try {
    return templates.escaping.parse(source);
  } catch {
    return [];
  }
}

function renderLiquid(
  parsed: readonly Template[],
  scope: JsonObject,
  { templates, formatting }: { readonly templates: Templates; readonly formatting: Formatting },
): string {
  try {
    const context = contextOf(templates.escaping, scope, formatting);
    return String(templates.escaping.renderSync([...parsed], context)).slice(0, longestOutput);
  } catch {
    return '';
  }
}
