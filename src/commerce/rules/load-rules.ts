import { basename, extname } from 'node:path';
import type { Mistake, ShopFacts } from '../../dialog/book.ts';
import { didYouMean } from '../../dialog/files/fields.ts';
import type { FlowFile } from '../../dialog/files/flow-file.ts';
import { crossMistakes } from './check-across.ts';
import { type CheckedTopic, type CheckedTopics, checkTopic } from './check-topic.ts';
import { type ShopRules, type Topic, topics } from './shop-rules.ts';

export interface LoadedRules {
  /** `null`: there is a mistake that is no mere warning. */
  readonly rules: ShopRules | null;
  /** All of them, by file, line and column. */
  readonly mistakes: readonly Mistake[];
}

/** The merchant's rules from their files, `shop/tax.yaml` and so on; a topic without a file has its defaults. */
export function loadRules(files: readonly FlowFile[], shop: ShopFacts): LoadedRules {
  const strangers = files.flatMap(strangeFile);
  const known = files.filter((file, index) => topicOf(file) !== null && firstOfTopic(files, index));
  const checked = Object.fromEntries(known.map((file) => [topicOf(file), checkAs(file, shop)])) as CheckedTopics;
  const twice = files.filter((file, index) => topicOf(file) !== null && !firstOfTopic(files, index)).map(secondFile);
  const own = Object.values(checked).flatMap(({ mistakes }) => mistakes.sorted());
  const mistakes = [...strangers, ...twice, ...own, ...crossMistakes(checked, shop)].sort(inOrder);
  if (mistakes.some(({ severity }) => severity === 'error')) return { rules: null, mistakes };
  const rules = Object.entries(topics).map(([topic, usual]) => {
    return [topic, checked[topic as Topic]?.rules ?? usual(shop).parse({})];
  });
  return { rules: Object.fromEntries(rules) as ShopRules, mistakes };
}

function checkAs(file: FlowFile, shop: ShopFacts): CheckedTopic<Topic> | null {
  const topic = topicOf(file);
  return topic && checkTopic(topic, file, shop);
}

function nameOf({ path }: FlowFile): string {
  return basename(path, extname(path));
}

function topicOf(file: FlowFile): Topic | null {
  const name = nameOf(file);
  return Object.hasOwn(topics, name) ? (name as Topic) : null;
}

function firstOfTopic(files: readonly FlowFile[], index: number): boolean {
  const file = files[index];
  return file !== undefined && files.findIndex((each) => topicOf(each) === topicOf(file)) === index;
}

function strangeFile(file: FlowFile): readonly Mistake[] {
  if (topicOf(file) !== null) return [];
  const names = Object.keys(topics);
  const nearest = didYouMean(nameOf(file), names, `Files are: ${names.map((name) => `${name}.yaml`).join(', ')}.`);
  return [fileMistake(file, 'unknown-file', `Nothing is read from a file of the name "${nameOf(file)}".`, nearest)];
}

function secondFile(file: FlowFile): Mistake {
  return fileMistake(file, 'twice', `There are two files for "${nameOf(file)}".`, 'Keep one of them.');
}

function fileMistake({ path }: FlowFile, code: string, message: string, hint: string | null): Mistake {
  return { file: path, line: 1, column: 1, severity: 'error', code, message, hint };
}

function inOrder(one: Mistake, other: Mistake): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
