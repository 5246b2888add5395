import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Mistake } from '../../dialog/book.ts';
import { type Field, type Fields, placeOf, type Reading, readFields, wordsOf } from '../../dialog/files/fields.ts';
import type { KeyTable } from '../../dialog/files/keys.ts';
import { createMistakes } from '../../dialog/files/mistakes.ts';
import { parseYaml } from '../../dialog/files/yaml-file.ts';

/** What stands at the top of a page. */
export interface PageHead {
  readonly title: string | null;
  readonly link: Placed | null;
  readonly questions: readonly AskedQuestion[];
  readonly also: readonly string[];
}

export interface Placed {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface AskedQuestion extends Placed {
  /** The heading it belongs under; `null`: wherever it fits best. */
  readonly heading: string | null;
}

const keys: KeyTable = {
  title: { value: 'text', about: 'What the page is called.' },
  link: { value: 'text', about: 'Where the page can be read whole.' },
  questions: { value: 'values', about: 'Ways in which shoppers ask.' },
  also: { value: 'values', about: 'Other words for what the page is about.' },
};

const noHead: PageHead = { title: null, link: null, questions: [], also: [] };

/** `text`: the head alone, on the same lines as in the file. */
export function readHead(
  path: string,
  text: string,
): { readonly head: PageHead; readonly mistakes: readonly Mistake[] } {
  const mistakes = createMistakes();
  const { file, root } = parseYaml({ path, text }, mistakes);
  const reading = { file, mistakes };
  if (root !== null && !isMap(root)) {
    mistakes.report('wrong-type', placeOf(root, file), 'The top of a page has keys such as "title: Delivery".');
  }
  const head = isMap(root) ? headOf(readFields(root, keys, { ...reading, what: 'A page' }), reading) : noHead;
  return { head, mistakes: mistakes.sorted() };
}

function headOf(fields: Fields, reading: Reading): PageHead {
  const link = fields.get('link');
  const title = fields.get('title');
  return {
    title: title ? textOf(title, reading) : null,
    link: link ? placed(textOf(link, reading) ?? '', link.node, reading) : null,
    questions: itemsOf(fields.get('questions'), reading).flatMap((item) => questionsIn(item, reading)),
    also: itemsOf(fields.get('also'), reading).flatMap((item) => plainItem(item, reading)?.text ?? []),
  };
}

function textOf({ key, node, at }: Field, { file, mistakes }: Reading): string | null {
  if (isScalar(node) && wordsOf(node, file).trim() !== '') return wordsOf(node, file).trim();
  mistakes.report('wrong-type', at, `"${key.value}" is a text.`);
  return null;
}

function itemsOf(field: Field | null, { mistakes }: Reading): readonly Node[] {
  if (field === null) return [];
  if (isSeq(field.node)) return field.node.items.filter((item): item is Node => item !== null);
  mistakes.report(
    'wrong-type',
    field.at,
    `"${field.key.value}" is a list: each on a line of its own, with "- " in front.`,
  );
  return [];
}

/** A question, or a heading with questions below it. */
function questionsIn(item: Node, reading: Reading): readonly AskedQuestion[] {
  if (isMap(item))
    return (item as YAMLMap).items.flatMap((pair) => belowHeading(pair as Pair<Node, Node | null>, reading));
  const question = plainItem(item, reading);
  return question ? [{ ...question, heading: null }] : [];
}

function belowHeading({ key, value }: Pair<Node, Node | null>, reading: Reading): readonly AskedQuestion[] {
  const heading = wordsOf(key, reading.file);
  const below = itemsOf(
    { key: { value: heading, at: placeOf(key, reading.file) }, node: value, at: placeOf(key, reading.file) },
    reading,
  );
  return below.flatMap((item) => {
    const question = plainItem(item, reading);
    return question ? [{ ...question, heading }] : [];
  });
}

function plainItem(item: Node, reading: Reading): Placed | null {
  if (isScalar(item)) return placed(wordsOf(item, reading.file).trim(), item, reading);
  reading.mistakes.report(
    'wrong-type',
    placeOf(item, reading.file),
    'This is a text, on a line of its own.',
    'Put a text with a colon in quotes.',
  );
  return null;
}

function placed(text: string, node: Node | null, { file }: Reading): Placed {
  const { line, col } = file.lines.linePos(placeOf(node, file).start);
  return { text, line, column: col };
}
