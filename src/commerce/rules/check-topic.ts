import type { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { didYouMean } from '../../dialog/files/fields.ts';
import type { FlowFile } from '../../dialog/files/flow-file.ts';
import { createMistakes, type Mistakes } from '../../dialog/files/mistakes.ts';
import type { Place, SourceFile } from '../../dialog/files/place.ts';
import { parseYaml } from '../../dialog/files/yaml-file.ts';
import type { Json } from '../../storage/json.ts';
import { nearestWord } from '../../understanding/nearest-word.ts';
import { issueWords } from './issue-words.ts';
import { type Places, readShaped } from './read-shaped.ts';
import { keysOf, type Shape, schemaFor, shapeAt } from './shapes.ts';
import { type ShopRules, type Topic, topics } from './shop-rules.ts';

export interface CheckedTopic<T extends Topic> {
  readonly file: SourceFile;
  /** `null`: it has mistakes. */
  readonly rules: ShopRules[T] | null;
  readonly places: Places;
  readonly mistakes: Mistakes;
}

export type CheckedTopics = { readonly [T in Topic]?: CheckedTopic<T> };

/** Reads the file of one topic. Every mistake in it is told, each at its place. */
export function checkTopic<T extends Topic>(topic: T, source: FlowFile, shop: ShopFacts): CheckedTopic<T> {
  const mistakes = createMistakes();
  const { file, root, broken } = parseYaml(source, mistakes);
  const schema = topics[topic](shop);
  const shape: Shape = schemaFor(schema);
  const { value = {}, places } = readShaped(root, shape, { file, mistakes });
  const read = schema.safeParse(value, { error: issueWords });
  const telling = { file, places, mistakes, shape, value };
  // What is left of a file that cannot be read would be told as missing.
  const issues = broken ? [] : (read.error?.issues ?? []);
  const meant = new Set(issues.flatMap((issue) => meantKeys(issue, shape)));
  const isTold = ({ path }: z.core.$ZodIssue) => places.value(path) === null && meant.has(JSON.stringify(path));
  for (const issue of issues) if (!isTold(issue)) tell(issue, telling);
  const isGood = read.success && mistakes.sorted().length === 0;
  return { file, places, mistakes, rules: isGood ? (read.data as ShopRules[T]) : null };
}

/** What is missing because its key is misspelled is told once. */
function meantKeys(issue: z.core.$ZodIssue, shape: Shape): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = keysOf(shapeAt(shape, issue.path));
  return issue.keys.flatMap((key) => {
    const nearest = nearestWord(key, known);
    return nearest === null ? [] : [JSON.stringify([...issue.path, nearest])];
  });
}

interface Telling {
  readonly file: SourceFile;
  readonly places: Places;
  readonly mistakes: Mistakes;
  readonly shape: Shape;
  readonly value: Json;
}

function tell(issue: z.core.$ZodIssue, telling: Telling): void {
  if (issue.code === 'unrecognized_keys') return tellUnknown(issue.path, issue.keys, telling);
  const own = telling.places.value(issue.path);
  if (own === null) return tellMissing(issue, telling);
  const { message } = issue;
  const hint = hintFor(issue, telling);
  telling.mistakes.report('wrong-type', own, sentence(subject(issue.path, telling), message), hint);
}

function tellUnknown(
  path: readonly PropertyKey[],
  keys: readonly string[],
  { shape, places, file, mistakes }: Telling,
): void {
  const known = keysOf(shapeAt(shape, path));
  for (const key of keys) {
    const at = places.key([...path, key]) ?? start(file);
    const hint = didYouMean(key, known, `Keys here are: ${known.join(', ')}.`);
    mistakes.report('unknown-key', at, `There is no key "${key}" here.`, hint);
  }
}

/** Nothing is written there: what should be in the map around it. */
function tellMissing({ code, path, message }: z.core.$ZodIssue, telling: Telling): void {
  const { places, file, mistakes } = telling;
  const around = path.slice(0, -1);
  const at = places.key(path) ?? places.value(around) ?? places.key(around) ?? start(file);
  const key = String(path.at(-1) ?? '');
  const words =
    code === 'custom' ? sentence(`"${key}"`, message) : sentence(subject(around, telling), `needs "${key}"`);
  mistakes.report('missing-key', at, words, `Add a line "${key}: …".`);
}

/** What a sentence about this place begins with: its key, its value in a list, or the name that the merchant has given it. */
function subject(path: readonly PropertyKey[], { value, file }: Telling): string {
  const last = path.at(-1);
  if (last === undefined) return file.path;
  if (typeof last !== 'number') return `"${String(last)}"`;
  const here = valueAt(value, path);
  if (typeof here === 'string' || typeof here === 'number') return `"${here}"`;
  return nameOf(here) ?? `Number ${last + 1} of "${String(path.at(-2) ?? '')}"`;
}

/** As the merchant calls it. */
function nameOf(value: Json | undefined): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = new Map<string, Json>(Object.entries(value));
  const name = ['name', 'code', 'id', 'label'].map((key) => given.get(key)).find((each) => typeof each === 'string');
  return name === undefined ? null : `"${String(name)}"`;
}

function valueAt(value: Json, path: readonly PropertyKey[]): Json | undefined {
  return path.reduce<Json | undefined>((at, part) => {
    if (typeof at !== 'object' || at === null) return undefined;
    return new Map<string, Json>(Object.entries(at)).get(String(part));
  }, value);
}

function hintFor(issue: z.core.$ZodIssue, { value, shape }: Telling): string | null {
  const here = valueAt(value, issue.path);
  const known = shapeAt(shape, issue.path).enum?.filter((each) => typeof each === 'string') ?? [];
  if (typeof here === 'string' && known.length > 0) return didYouMean(here, known);
  if (issue.code !== 'invalid_type') return null;
  if (issue.expected === 'array' && here !== null && typeof here !== 'object')
    return `Write it as a list: [${String(here)}]`;
  return issue.expected === 'number' && typeof here === 'string' ? numberHint(here) : null;
}

/** `$4,90` and `10 %` are what people write. */
function numberHint(text: string): string | null {
  const found = /-?\d+(?:[.,]\d+)?/u.exec(text);
  return found === null ? null : `Write the number alone, with a point: ${found[0].replace(',', '.')}`;
}

function sentence(about: string, words: string): string {
  return `${about} ${words.replace(/\.$/u, '')}.`;
}

function start(file: SourceFile): Place {
  return { file, start: 0, end: 0 };
}
