import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import {
  didYouMean,
  type Field,
  type Fields,
  placeOf,
  quoteHint,
  type Reading,
  readFields,
  wordsOf,
} from './fields.ts';
import { kindKeys, stepKeys } from './keys.ts';
import type { Text } from './place.ts';
import type { EndSource, StepKind, StepSource } from './source.ts';
import { readAsk } from './steps/ask.ts';
import { readChoose } from './steps/choose.ts';
import { readDo } from './steps/do.ts';
import { readGoTo } from './steps/go-to.ts';
import { readHandoff } from './steps/handoff.ts';
import { readIf } from './steps/if.ts';
import { readRun } from './steps/run.ts';
import { readSay } from './steps/say.ts';
import { readSet } from './steps/set.ts';
import type { StepReading } from './steps/step-reading.ts';
import { readText } from './values.ts';

/** Deeper than any flow a person wrote; YAML's own nesting is bounded by it too. */
const deepest = 40;

export function readSteps(field: Field, reading: Reading, depth = 0): readonly StepSource[] {
  const { node, key, at } = field;
  if (depth > deepest) {
    reading.mistakes.report(
      'wrong-type',
      at,
      'These steps are nested too deeply.',
      'Make a flow of their own of the inner steps and `run` it.',
    );
    return [];
  }
  if (isSeq(node))
    return node.items.flatMap((item) => readStep(item as Node | null, reading, { depth, list: at }) ?? []);
  if (isMap(node)) return [readStep(node, reading, { depth, list: at })].flatMap((step) => step ?? []);
  reading.mistakes.report(
    'wrong-type',
    at,
    `"${key.value}" has to be a list of steps.`,
    'Begin each step with "- ": - say: Hello',
  );
  return [];
}

interface Where {
  readonly depth: number;
  readonly list: Field['at'];
}

function readStep(node: Node | null, reading: Reading, { depth, list }: Where): StepSource | null {
  if (isMap(node)) return readMapStep(node, reading, depth);
  const at = node?.range ? placeOf(node, reading.file) : list;
  if (isScalar(node)) return bareStep(wordsOf(node, reading.file), { reading, at });
  const message = isAlias(node) ? 'A text cannot begin with *.' : 'This is not a step.';
  reading.mistakes.report('wrong-type', at, message, 'Write a step as "- say: Hello".');
  return null;
}

/** `- end` and `- handoff` need nothing more. */
function bareStep(
  word: string,
  { reading, at }: { readonly reading: Reading; readonly at: Field['at'] },
): StepSource | null {
  if (word === 'end') return { kind: 'end', at, name: null };
  if (word === 'handoff') return { kind: 'handoff', at, name: null, text: null, reason: null };
  const kinds = kindKeys.map(([key]) => key);
  const hint = didYouMean(word.split(/[:\s]/)[0] ?? '', kinds, 'Write it as "- say: …".');
  reading.mistakes.report('unknown-step', at, `"${word.slice(0, 60)}" is not a step.`, hint);
  return null;
}

function readMapStep(map: YAMLMap, reading: Reading, depth: number): StepSource | null {
  const kind = kindKeys.find(([key]) => map.has(key))?.[1];
  if (kind === undefined) return unknownStep(map, reading);
  const at = placeOf(map, reading.file);
  const fields = readFields(map, stepKeys[kind], { ...reading, what: `A step "${kind.replace('-', ' ')}"` });
  const name = readText(fields.get('name'), reading);
  const steps = (field: Field, inner: Reading) => readSteps(field, inner, depth + 1);
  return readKind(kind, fields, { ...reading, base: { at, name }, readSteps: steps }) ?? standIn(map, reading);
}

function unknownStep(map: YAMLMap, reading: Reading): StepSource {
  const first = map.items[0]?.key as Node | undefined;
  const word = first ? wordsOf(first, reading.file) : '';
  const kinds = kindKeys.map(([key]) => key);
  const hint = quoteHint(map, reading.file) ?? didYouMean(word, kinds, `Steps are: ${[...new Set(kinds)].join(', ')}.`);
  const at = placeOf(first ?? map, reading.file);
  reading.mistakes.report(
    'unknown-step',
    at,
    word === '' ? 'This is not a step.' : `There is no step "${word}".`,
    hint,
  );
  return standIn(map, reading);
}

/** Keeps a step that cannot be read from making its slot and its name look unknown elsewhere. */
function standIn(map: YAMLMap, reading: Reading): StepSource {
  const at = placeOf(map, reading.file);
  const word = (key: string): Text | null => {
    const node = map.get(key, true);
    return node ? { value: wordsOf(node, reading.file), at: placeOf(node, reading.file) } : null;
  };
  const slots = [word('for'), word('as')].filter((slot) => slot !== null);
  const values = slots.map((key) => ({ key, value: { value: null, at: key.at, texts: [] } }));
  return { kind: 'set', at, name: word('name'), values };
}

function readKind(kind: StepKind, fields: Fields, reading: StepReading): StepSource | null {
  switch (kind) {
    case 'say':
      return readSay(fields, reading);
    case 'ask':
      return readAsk(fields, reading);
    case 'choose':
      return readChoose(fields, reading);
    case 'do':
      return readDo(fields, reading);
    case 'if':
      return readIf(fields, reading);
    case 'set':
      return readSet(fields, reading);
    case 'run':
      return readRun(fields, reading);
    case 'go-to':
      return readGoTo(fields, reading);
    case 'handoff':
      return readHandoff(fields, reading);
    case 'end':
      return { kind: 'end', ...reading.base } satisfies EndSource;
  }
}
