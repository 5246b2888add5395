import { resolveReply } from '../../channel/replies.ts';
import type { Json } from '../../storage/json.ts';
import type { Ask, Choose, Option } from '../book.ts';
import { isOptionList } from './option-list.ts';
import { isObject } from './product-views.ts';
import { phrasePlain } from './say.ts';
import { scopeOf, type Turn } from './turn.ts';

/** Something that can be picked at a step now. */
export interface OpenOption {
  readonly id: string;
  readonly label: string;
  /** What the slot becomes. */
  readonly value: Json;
  readonly option: Option | null;
}

export function optionsOf(turn: Turn, step: Ask | Choose): readonly OpenOption[] {
  const given = step.kind === 'choose' ? step.options : step.choices;
  if (given === null) return [];
  if (isOptionList(given)) return given.map((option) => fixedOption(turn, step, option));
  const value = given.value(scopeOf(turn));
  return Array.isArray(value) ? uniqueIds(value.flatMap((item: Json) => computedOption(item) ?? [])) : [];
}

function fixedOption(turn: Turn, step: Ask | Choose, option: Option): OpenOption {
  const value = step.kind === 'choose' ? option.id : option.label.source;
  return { id: option.id, label: phrasePlain(turn, option.label), value, option };
}

function computedOption(item: Json): OpenOption | null {
  if (typeof item === 'string' || typeof item === 'number') {
    const label = String(item);
    return { id: shortId(label), label, value: item, option: null };
  }
  if (!isObject(item)) return null;
  const { id, label } = item;
  if (typeof id !== 'string' || typeof label !== 'string') return null;
  return { id: shortId(id), label, value: id, option: null };
}

/** Numbers count only where they were shown. */
export const unnumbered = 1_000_000;

/** The one that words mean, though they were not offered: by label, or near it. */
export function labelled(options: readonly OpenOption[], words: string): OpenOption | null {
  const reply = resolveReply(words, { choices: options, firstNumber: unnumbered });
  if (reply?.kind !== 'picked' && reply?.kind !== 'near') return null;
  return options.find(({ id }) => id === reply.choice.id) ?? null;
}

/** Choice ids carry at most 64 bytes, of which the turn takes up to nine. */
const longestId = 48;

function shortId(text: string): string {
  return /^[\x21-\x7e]*$/u.test(text) && text.length <= longestId && text !== '' ? text : `h${hash(text)}`;
}

/** FNV-1a, 32 bits: tells the few options of one question apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(36);
}

function uniqueIds(options: readonly OpenOption[]): readonly OpenOption[] {
  const seen = new Set<string>();
  return options.filter(({ id }) => !seen.has(id) && seen.add(id));
}
