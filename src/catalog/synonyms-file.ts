import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Mistake } from '../dialog/book.ts';
import { fieldsOf, placeOf, type Reading, readFields, wordsOf } from '../dialog/files/fields.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import type { KeyTable } from '../dialog/files/keys.ts';
import { createMistakes } from '../dialog/files/mistakes.ts';

import { parseYaml } from '../dialog/files/yaml-file.ts';
import { canonical, type Synonyms, synonymsOf } from './synonyms.ts';

export interface LoadedSynonyms {
  /** `null`: there is a mistake. */
  readonly synonyms: Synonyms | null;
  /** All of them, by line and column. */
  readonly mistakes: readonly Mistake[];
}

const keys: KeyTable = {
  same: { value: 'values', about: 'Groups of words that find each other: `- [coat, jacket]`.' },
  also: { value: 'values', about: 'What else a word finds, one way: `tee: [t-shirt]`.' },
};
const groupsHint = 'Write a group in each line, like "- [coat, jacket, parka]".';
const longest = 100;

/**
 * Reads a merchant's synonyms.yaml: a list of groups (`- [coat, jacket]`), or `same:` with such a list and `also:` with
 * one-way words (`tee: [t-shirt]`; an empty list takes the built-in ones away).
 */
export function loadSynonyms(source: FlowFile): LoadedSynonyms {
  const mistakes = createMistakes();
  const { file, root, broken } = parseYaml(source, mistakes);
  const synonyms = readRoot(root, { file, mistakes });
  const told = mistakes.sorted();
  return { synonyms: broken || told.length > 0 ? null : synonyms, mistakes: told };
}

function readRoot(root: Node | null, reading: Reading): Synonyms {
  if (root === null || (isScalar(root) && root.value === null)) return {};
  if (isSeq(root)) return synonymsOf(readGroups(root, reading));
  if (!isMap(root)) {
    report(root, 'Synonyms are a list of groups of words.', { ...reading, hint: groupsHint });
    return {};
  }
  const fields = readFields(root, keys, { ...reading, what: 'A file of synonyms' });
  const same = fields.get('same')?.node ?? null;
  const also = fields.get('also')?.node ?? null;
  return { ...synonymsOf(readGroups(same, reading)), ...readOneWay(also, reading) };
}

function readGroups(node: Node | null, reading: Reading): readonly (readonly string[])[] {
  if (isEmpty(node)) return [];
  if (!isSeq<Node>(node)) {
    report(node, 'This should be a list of groups.', { ...reading, hint: groupsHint });
    return [];
  }
  return node.items.map((group) => readGroup(group, reading));
}

function readGroup(node: Node, reading: Reading): readonly string[] {
  const words = readWords(node, reading, groupsHint);
  const isShort = isSeq(node) && new Set(words.map(canonical)).size < 2;
  if (isShort) report(node, 'A group needs at least two words.', { ...reading, hint: groupsHint });
  return words;
}

function readOneWay(node: Node | null, reading: Reading): Synonyms {
  if (isEmpty(node)) return {};
  const hint = 'Write a word in each line, and what else it finds: "tee: [t-shirt]".';
  if (!isMap<Node, Node | null>(node)) {
    report(node, 'This should say of each word what else it finds.', { ...reading, hint });
    return {};
  }
  const pairs = fieldsOf(node, reading).map(({ key, node: others }) => {
    if (others === null || isEmpty(others))
      reading.mistakes.report('wrong-type', key.at, `"${key.value}" finds nothing else.`, hint);
    return [canonical(key.value), others === null || isEmpty(others) ? [] : readWords(others, reading, hint)] as const;
  });
  return Object.fromEntries(pairs.map(([word, others]) => [word, others.map(canonical)]));
}

function readWords(node: Node, reading: Reading, hint: string): readonly string[] {
  if (!isSeq<Node>(node)) {
    report(node, 'Words stand in a list, in brackets.', { ...reading, hint });
    return [];
  }
  return node.items.flatMap((item) => readWord(item, reading) ?? []);
}

function readWord(node: Node, reading: Reading): string | null {
  const word = isScalar(node) ? wordsOf(node, reading.file).trim() : '';
  if (word !== '' && word.length <= longest) return word;
  const wrong = word === '' ? 'This should be a word or a few.' : `This is longer than ${longest} letters.`;
  report(node, wrong, { ...reading, hint: null });
  return null;
}

function isEmpty(node: Node | null): node is null {
  return node === null || (isScalar(node) && node.value === null);
}

function report(
  node: Node | null,
  message: string,
  { file, mistakes, hint }: Reading & { readonly hint: string | null },
): void {
  mistakes.report('wrong-type', placeOf(node, file), message, hint);
}
