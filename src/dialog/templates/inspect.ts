import { analyzeSync, type Liquid, type Template } from 'liquidjs';
import { nearestWord } from '../../understanding/nearest-word.ts';
import type { Inspection, Problem, Use } from './inspection.ts';
import { elseIf, type PlainWords, partNames, strayPart, tagMistake } from './tag-mistakes.ts';
import type { Templates } from './templates.ts';

const nothing: Inspection = { uses: [], problems: [] };

export function inspectText(source: string, { escaping, inspected }: Templates): Inspection {
  if (!source.includes('{{') && !source.includes('{%')) return nothing;
  const known = inspected.get(source);
  if (known) return known;
  const found = inspect(source, escaping);
  const two = twoNames(source);
  const inspection = two ? without(found, two) : found;
  inspected.set(source, inspection);
  return inspection;
}

function without({ uses, problems }: Inspection, problem: Problem): Inspection {
  return { uses: uses.filter(({ index }) => index !== problem.index), problems: [...problems, problem] };
}

/** Liquid reads the first of two names and says nothing of the other. */
function twoNames(source: string): Problem | null {
  const found = /\{\{-?\s*([A-Za-z_][\w.-]*\s+)(?=[A-Za-z_\d])/.exec(source);
  if (!found) return null;
  const index = found.index + found[0].length;
  return broken(index, 'There are two names between these braces.', 'Put a . or a | between them: {{ customer.name }}');
}

const before = '{% if ';

export function inspectCondition(source: string, templates: Templates): Inspection {
  const key = `${before}${source}`;
  const known = templates.inspected.get(key);
  if (known) return known;
  const inspection = lookInto(source, templates);
  templates.inspected.set(key, inspection);
  return inspection;
}

function lookInto(source: string, { verbatim }: Templates): Inspection {
  if (/\{\{|\{%|%\}|\}\}/.test(source)) return { uses: [], problems: [braces(source)] };
  if (source.trim() === '')
    return { uses: [], problems: [broken(0, 'This condition is empty.', 'Write one such as cart.count > 0.')] };
  const found = inspect(`${before}${source} %}{% endif %}`, verbatim);
  return { uses: found.uses.map(shifted), problems: found.problems.map(shifted) };

  function shifted<T extends { readonly index: number }>(part: T): T {
    return { ...part, index: Math.min(Math.max(part.index - before.length, 0), source.length) };
  }
}

function braces(source: string): Problem {
  const plain = source.replace(/\{\{|\}\}|\{%|%\}/g, '').trim();
  return broken(0, 'A condition is written without braces.', `Write: if: ${plain}`);
}

function broken(index: number, message: string, hint: string | null): Problem {
  return { code: 'broken-template', index, message, hint };
}

/** Liquid stops at the first thing it does not know; an unknown filter is passed over so that the others are told too. */
function inspect(source: string, liquid: Liquid): Inspection {
  const problems: Problem[] = [];
  let text = source;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const parsed = parse(text, liquid);
    if (Array.isArray(parsed)) return { uses: usesOf(parsed, text), problems };
    const problem = explain(parsed, text, liquid);
    problems.push(problem.told);
    if (problem.goOnWith === null) return { uses: [], problems };
    text = problem.goOnWith;
  }
  return { uses: [], problems };
}

function parse(source: string, liquid: Liquid): Template[] | Error {
  try {
    return liquid.parse(source);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface Explained {
  readonly told: Problem;
  readonly goOnWith: string | null;
}

function explain(error: Error, source: string, liquid: Liquid): Explained {
  const begin = (error as { readonly token?: { readonly begin?: number } }).token?.begin ?? 0;
  const message = error.message.replace(/, line:\d+, col:\d+$/, '').split('\n')[0] ?? '';
  const [, filter] = /^undefined filter: (\S+)$/.exec(message) ?? [];
  if (filter !== undefined) return unknownFilter(filter, { begin, source, liquid });
  const [, tag] = /^tag "([^"]+)" not found$/.exec(message) ?? [];
  if (tag !== undefined) return { told: unknownTag(tag, { begin, source, liquid }), goOnWith: null };
  const elsewhere = message.startsWith('unexpected ') ? elseIf(source) : null;
  if (elsewhere) return { told: broken(elsewhere.index, ...elsewhere.words), goOnWith: null };
  const words = ofBraces(message) ?? tagMistake(source, begin) ?? ofOutput(message);
  return { told: broken(begin, ...words), goOnWith: null };
}

interface Where {
  readonly begin: number;
  readonly source: string;
  readonly liquid: Liquid;
}

function unknownFilter(name: string, { begin, source, liquid }: Where): Explained {
  const [found] = source.slice(begin).match(new RegExp(`\\|\\s*${name.replace(/\W/g, '\\$&')}(?!\\w)`)) ?? [];
  const index = found === undefined ? begin : source.indexOf(found, begin) + found.length - name.length;
  const hint = didYouMean(name, Object.keys(liquid.filters));
  const told: Problem = { code: 'unknown-filter', index, message: `There is no filter "${name}".`, hint };
  if (found === undefined || name.length < 3) return { told, goOnWith: null };
  return { told, goOnWith: `${source.slice(0, index)}${stand(name.length)}${source.slice(index + name.length)}` };
}

/** A known filter's name with blanks up to the same length, so that places stay. */
function stand(length: number): string {
  return 'abs'.padEnd(length);
}

function unknownTag(name: string, { begin, source, liquid }: Where): Problem {
  const index = Math.max(source.indexOf(name, begin), begin);
  const stray = strayPart(name);
  if (stray) return broken(index, ...stray);
  const hint = didYouMean(name, [...Object.keys(liquid.tags), ...partNames]);
  return { code: 'unknown-tag', index, message: `There is no tag "${name}".`, hint };
}

function didYouMean(word: string, known: readonly string[]): string | null {
  const nearest = nearestWord(word, known);
  return nearest === null ? null : `Did you mean "${nearest}"?`;
}

function ofBraces(message: string): PlainWords | null {
  if (/^output .* not closed/.test(message)) return ['{{ is opened and never closed.', 'Add }}.'];
  if (/^tag \{%.*%\} not closed/.test(message)) return ['This {% … %} is never ended.', `Add ${ending(message)}.`];
  if (/^tag .* not closed/.test(message)) return ['{% is opened and never closed.', 'Add %}.'];
  return null;
}

function ofOutput(message: string): PlainWords {
  if (message.startsWith('invalid value expression'))
    return ['There is nothing to show between these braces.', 'Write a name: {{ customer.name }}'];
  if (message.includes('before filter'))
    return ['This cannot be read.', 'Compare with ==, !=, <, >, contains; put | before a filter.'];
  return ['This template cannot be read.', 'Look at the braces, quotes and | signs.'];
}

function ending(message: string): string {
  const [, name = 'if'] = /^tag \{%-?\s*(\w+)/.exec(message) ?? [];
  return `{% end${name} %}`;
}

function usesOf(parsed: Template[], source: string): readonly Use[] {
  try {
    const { globals } = analyzeSync(parsed, { partials: false });
    const lineStarts = startsOf(source);
    return Object.values(globals)
      .flat()
      .map(({ segments, location }) => ({
        path: segments.map((segment) => (typeof segment === 'object' ? null : segment)),
        index: (lineStarts[location.row - 1] ?? 0) + location.col - 1,
      }));
  } catch {
    return [];
  }
}

function startsOf(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
