import type { ShopFacts } from '../../dialog/book.ts';
import type { Json, JsonObject } from '../../storage/json.ts';
import { schemaFor } from './shapes.ts';
import { type Topic, topics } from './shop-rules.ts';

/**
 * JSON Schema of a file for editors. It takes what reading takes and a plain schema would not: yes and no, a number for a text, a key
 * with nothing after it.
 */
export function editorSchema(topic: Topic, shop: ShopFacts): JsonObject {
  const schema = JSON.parse(JSON.stringify(schemaFor(topics[topic](shop)))) as JsonObject;
  const { $schema, ...rest } = eased(schema);
  return { $schema: $schema ?? null, title: `${topic}.yaml`, ...rest };
}

function eased({ properties, required, items, anyOf, ...rest }: JsonObject): JsonObject {
  const needed = new Set(Array.isArray(required) ? required : []);
  return {
    ...easedType(rest),
    ...(isObject(rest['additionalProperties']) && { additionalProperties: eased(rest['additionalProperties']) }),
    ...(isObject(properties) && { properties: easedProperties(properties, needed) }),
    ...(required !== undefined && { required }),
    ...(isObject(items) && { items: eased(items) }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.filter(isObject).map(eased) }),
  };
}

function easedProperties(properties: JsonObject, needed: ReadonlySet<Json>): JsonObject {
  const all = Object.entries(properties).map(([key, schema]) => {
    const own = isObject(schema) ? eased(schema) : {};
    const { description, default: usual, ...shape } = own;
    const words = { ...(description !== undefined && { description }), ...(usual !== undefined && { default: usual }) };
    return [key, needed.has(key) ? own : { ...words, anyOf: [shape, { type: 'null' }] }];
  });
  return Object.fromEntries(all);
}

function easedType({ type, ...rest }: JsonObject): JsonObject {
  if (type === 'boolean') return { ...rest, enum: [true, false, 'yes', 'no'] };
  if (type === 'string' && rest['enum'] === undefined) return { ...rest, type: ['string', 'number'] };
  return type === undefined ? rest : { ...rest, type };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
