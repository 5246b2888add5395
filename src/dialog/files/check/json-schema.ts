import { isObject, type Json, type JsonObject } from '../../../storage/json.ts';

/** The parts of JSON Schema (draft 2020-12) that actions' schemas use; what is not understood is taken to allow everything. */
export type Schema = JsonObject;

/** The ways a schema may be met: itself, or the members of its `anyOf` and `oneOf`, with `$ref` followed. */
export function variants(schema: Schema, root: Schema = schema, depth = 0): readonly Schema[] {
  if (depth > 8) return [{}];
  const target = typeof schema['$ref'] === 'string' ? resolve(schema['$ref'], root) : null;
  if (target) return variants(target, root, depth + 1);
  const members = [...objects(schema['anyOf']), ...objects(schema['oneOf'])];
  return members.length === 0 ? [schema] : members.flatMap((member) => variants(member, root, depth + 1));
}

function resolve(ref: string, root: Schema): Schema | null {
  if (!ref.startsWith('#')) return null;
  let found: Json = root;
  for (const step of ref.slice(1).split('/').filter(Boolean)) found = (isObject(found) ? found[step] : null) ?? null;
  return isObject(found) ? found : null;
}

function objects(value: Json | undefined): readonly Schema[] {
  return Array.isArray(value) ? value.filter((item: Json) => isObject(item)) : [];
}

export function properties(schema: Schema): Readonly<Record<string, Schema>> {
  const all = schema['properties'];
  return isObject(all) ? (all as Readonly<Record<string, Schema>>) : {};
}

export function required(schema: Schema): readonly string[] {
  const all = schema['required'];
  return Array.isArray(all) ? all.filter((name) => typeof name === 'string') : [];
}

/** No other fields than those it names. Where it does not say, the fields it lists are all there are: actions drop the rest. */
export function isClosed(schema: Schema): boolean {
  if (schema['additionalProperties'] === false) return true;
  return schema['additionalProperties'] === undefined && Object.keys(properties(schema)).length > 0;
}

export interface MissingField {
  /** Index into the path. */
  readonly at: number;
  readonly known: readonly string[];
}

/** The first step of a path that no variant of the schema has; `null` when it may be there. */
export function missingField(schema: Schema, path: readonly (string | number | null)[]): MissingField | null {
  let now: readonly Schema[] = variants(schema);
  for (const [at, step] of path.entries()) {
    const next = now.flatMap((variant) => stepInto(variant, step, schema));
    if (next.length === 0)
      return { at, known: [...new Set(now.flatMap((variant) => Object.keys(properties(variant))))] };
    now = next;
  }
  return null;
}

const anything: Schema = {};
const listWords = new Set(['first', 'last', 'size']);

function stepInto(schema: Schema, step: string | number | null, root: Schema): readonly Schema[] {
  if (step === null || step === 'size') return [anything];
  const field =
    typeof step === 'string' && Object.hasOwn(properties(schema), step) ? properties(schema)[step] : undefined;
  if (field) return variants(field, root);
  if (isObject(schema['items']) && (typeof step === 'number' || listWords.has(step)))
    return variants(schema['items'], root);
  if (isObject(schema['additionalProperties'])) return variants(schema['additionalProperties'], root);
  const { type } = schema;
  if (type === 'object' || Object.keys(properties(schema)).length > 0) return isClosed(schema) ? [] : [anything];
  return type === undefined ? [anything] : [];
}

/** Why a literal does not fit, in plain words; `null` when it does, or when that cannot be told. */
export function whyNot(value: Json, schema: Schema): string | null {
  const reasons = variants(schema).map((variant) => whyNotVariant(value, variant));
  return reasons.some((reason) => reason === null) ? null : (reasons[0] ?? null);
}

function whyNotVariant(value: Json, schema: Schema): string | null {
  const choices = schema['enum'];
  if (Array.isArray(choices) && !choices.includes(value))
    return `one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`;
  if (schema['const'] !== undefined && schema['const'] !== value) return JSON.stringify(schema['const']);
  const types = Array.isArray(schema['type']) ? schema['type'] : [schema['type']];
  if (schema['type'] !== undefined && !types.some((type) => hasType(value, type)))
    return types.map(typeName).join(' or ');
  return typeof value === 'number' ? range(value, schema) : null;
}

function range(value: number, schema: Schema): string | null {
  const { minimum, maximum } = schema;
  if (typeof minimum === 'number' && value < minimum) return `${minimum} or more`;
  return typeof maximum === 'number' && value > maximum ? `${maximum} or less` : null;
}

function hasType(value: Json, type: Json | undefined): boolean {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return true;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  null: 'nothing',
};

function typeName(type: Json | undefined): string {
  return typeNames[String(type)] ?? String(type);
}
