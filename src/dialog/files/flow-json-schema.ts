import type { Json, JsonObject } from '../../storage/json.ts';
import { slotTypes } from '../../understanding/slot-types.ts';
import { momentNames } from '../../understanding/trigger.ts';
import type { CheckContext } from '../book.ts';
import {
  flowKeys,
  goToKeys,
  handoffKeys,
  imageKeys,
  type KeyTable,
  optionKeys,
  silenceKeys,
  stepKeys,
  type ValueKind,
} from './keys.ts';

/** The flow language as a JSON Schema (draft 2020-12), so that editors complete keys and actions and show what each means. */
export function flowJsonSchema(context: CheckContext): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Parley flow',
    ...table(flowKeys),
    $defs: {
      step: { anyOf: [...steps(), { enum: ['end', 'handoff'] }] },
      steps: { type: 'array', items: ref('step') },
      goTo: table(goToKeys),
      branch: { anyOf: [{ enum: ['end', 'continue'] }, ref('goTo'), ref('steps'), ref('step')] },
      text: { type: ['string', 'number', 'boolean'] },
      slot: { type: 'string', pattern: '^[A-Za-z_]\\w*$' },
      options: { type: 'array', minItems: 1, items: ref('option') },
      option: { anyOf: [ref('text'), table(optionKeys), shortOption()] },
      action: { anyOf: actions(context) },
      trigger: { anyOf: triggers() },
    },
  };
}

function steps(): readonly JsonObject[] {
  return Object.values(stepKeys).map((keys) => ({ ...table(keys), minProperties: 1 }));
}

function table(keys: KeyTable): JsonObject {
  const entries = Object.entries(keys);
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([key, { value, about }]) => [key, { ...valueSchema(value), description: about }]),
    ),
    required: entries.filter(([, spec]) => spec.required).map(([key]) => key),
    additionalProperties: false,
  };
}

function ref(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` };
}

function shortOption(): JsonObject {
  return {
    type: 'object',
    minProperties: 1,
    additionalProperties: { anyOf: [{ type: 'null' }, ref('branch')] },
    not: { required: ['label'] },
  };
}

function valueSchema(kind: ValueKind): JsonObject {
  switch (kind) {
    case 'text':
      return ref('text');
    case 'slot':
      return ref('slot');
    case 'slot-type':
      return { enum: slotTypes };
    case 'name':
    case 'flow':
    case 'target':
    case 'condition':
      return { type: 'string' };
    case 'id':
      return { type: 'string', pattern: '^[^A-Z\\s_]+$' };
    case 'action':
      return ref('action');
    case 'value':
      return {};
    case 'values':
      return { type: 'object' };
    case 'count':
      return { type: 'integer', minimum: 1, maximum: 20 };
    case 'yes-no':
      return { enum: [true, false, 'yes', 'no'] };
    case 'branch':
      return ref('branch');
    case 'steps':
      return ref('steps');
    case 'options':
      return ref('options');
    case 'choices':
      return { anyOf: [{ type: 'string' }, ref('options')] };
    case 'image':
      return table(imageKeys);
    case 'silence':
      return table(silenceKeys);
    case 'handoff':
      return { anyOf: [{ type: ['string', 'null'] }, table(handoffKeys)] };
    case 'triggers':
      return { type: 'array', items: ref('trigger') };
    case 'nothing':
      return {};
  }
}

function actions({ actions: shapes }: CheckContext): readonly Json[] {
  const callable = [...shapes.values()].filter(({ callers }) => callers.includes('flow'));
  if (callable.length === 0) return [{ type: 'string' }];
  return callable.map(({ name, about }) => ({ const: name, description: about }));
}

function triggers(): readonly JsonObject[] {
  const keyed = (key: string, description: string, value: JsonObject = { type: 'string' }): JsonObject => ({
    type: 'object',
    properties: { [key]: { ...value, description } },
    required: [key],
    additionalProperties: false,
  });
  return [
    { type: ['string', 'number'], description: 'A sentence a shopper might write; {slot} captures.' },
    keyed('word', 'A word or phrase anywhere in the message.'),
    keyed('pattern', 'A regular expression; (?<slot>…) captures.'),
    keyed('news', 'Something the shop tells by itself, such as `order-paid {order}`; {slot} is what comes with it.'),
    keyed('button', "A button's id; {slot} captures what stands after the colon."),
    keyed('when', 'A moment.', { enum: [...momentNames] }),
  ];
}
