import type { Fact } from '../fact.ts';
import type { Findings } from '../findings.ts';
import { withoutInvisible } from './fold.ts';
import type { Problem } from './problem.ts';

/** A model's text: its own words, and values that code fills in. */
export type Part = { readonly literal: string } | { readonly fact: Fact };

export interface Template {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

const handle = /\{\{\s*([^{}|]{1,200}?)\s*(?:\|[^{}]*)?\}\}/gu;

/** Names that are shorter may be anything: "Mug". */
const shortestName = 6;

export function readTemplate(text: string, findings: Findings): Template {
  const parts: Part[] = [];
  const problems: Problem[] = [];
  let from = 0;
  for (const match of text.matchAll(handle)) {
    const [whole, name = ''] = match;
    const fact = findings.facts.get(name);
    if (fact === undefined) problems.push({ code: 'unknown-handle', words: whole });
    parts.push({ literal: text.slice(from, match.index) });
    if (fact !== undefined) parts.push({ fact });
    from = match.index + whole.length;
  }
  parts.push({ literal: text.slice(from) });
  const named = parts.flatMap((part) => ('fact' in part ? [part] : nameLiterals(withoutMarks(part.literal), findings)));
  return { parts: named, problems: [...problems, ...named.flatMap(brokenHandle)] };
}

/** Pictures that may say something: "🆓". Faces and hands do not. */
const signs =
  /(?![\u{1f600}-\u{1f64f}\u{1f44b}\u{1f44d}\u2764\u263a])\p{Extended_Pictographic}|\p{Regional_Indicator}/gu;

/** Characters of private use stand for filled values further on; bold and italics are nothing on most channels. */
function withoutMarks(text: string): string {
  return withoutInvisible(text)
    .replace(/\p{Co}/gu, '')
    .replace(signs, '')
    .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![\p{L}\p{N}])/gu, '');
}

function brokenHandle(part: Part): readonly Problem[] {
  if ('fact' in part) return [];
  const broken = /\{[^\s]{0,60}|[^\s]{0,60}\}|(?<![\p{L}\p{N}])[plr]\d+(?:\.\w+)+/u.exec(part.literal);
  return broken ? [{ code: 'unknown-handle', words: broken[0] }] : [];
}

/** A title that is written out means its product, like its handle. */
function nameLiterals(text: string, { facts }: Findings): readonly Part[] {
  const names = [...facts.values()].filter(({ kind, text: name }) => kind === 'name' && name.length >= shortestName);
  const longestFirst = names.sort((one, other) => other.text.length - one.text.length);
  for (const fact of longestFirst) {
    const at = text.toLowerCase().indexOf(fact.text.toLowerCase());
    if (at === -1 || !isWhole(text, at, fact.text.length)) continue;
    const before = nameLiterals(text.slice(0, at), { facts } as Findings);
    return [...before, { fact }, ...nameLiterals(text.slice(at + fact.text.length), { facts } as Findings)];
  }
  return [{ literal: text }];
}

function isWhole(text: string, at: number, length: number): boolean {
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + length));
}

export function fill(parts: readonly Part[]): string {
  const text = parts.map((part) => ('fact' in part ? part.fact.text : part.literal)).join('');
  return text.replace(/[ \t]+\n/gu, '\n').trim();
}
