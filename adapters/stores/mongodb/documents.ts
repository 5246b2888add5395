import type { Json, JsonObject } from '../../../src/storage/json.ts';
import { type Kind, type KindSpec, kinds } from '../../../src/storage/kinds.ts';
import { isOfType } from '../../../src/storage/query.ts';
import type { Stored } from '../../../src/storage/store.ts';

/** How a document lies in its collection: readable as it is, for whoever looks into the database. */
export interface MongoDocument {
  readonly _id: string;
  readonly revision: number;
  /** The body; or only its declared fields, when BSON would not carry all of it exactly. */
  readonly body: JsonObject;
  /** The whole body, when BSON would not carry it exactly: keys like `$set`, broken emoji, very deep nesting. */
  readonly json?: string;
}

/** The server allows 100 levels. */
const DEEPEST = 80;

export function toDocument({
  kind,
  id,
  revision,
  body,
}: {
  kind: Kind;
  id: string;
  revision: number;
  body: JsonObject;
}) {
  const fields: KindSpec['fields'] = kinds[kind].fields;
  const bytes = bsonBytes(body, 0);
  if (Number.isFinite(bytes) && hasDeclaredTypes(body, fields)) {
    return { document: { _id: id, revision, body } satisfies MongoDocument, bytes };
  }
  const json = JSON.stringify(body);
  const document: MongoDocument = { _id: id, revision, body: declaredPart(body, fields), json };
  return { document, bytes: json.length };
}

export function toStored({ _id, revision, body, json }: MongoDocument): Stored {
  return { id: _id, revision, body: json === undefined ? body : JSON.parse(json) };
}

/** About how long the value is in BSON, counting a character as a byte; `Infinity` when BSON does not carry it exactly. */
function bsonBytes(value: Json, depth: number): number {
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? Number.POSITIVE_INFINITY : value.length + 8;
  if (value === null || typeof value !== 'object') return 8;
  if (depth === DEEPEST) return Number.POSITIVE_INFINITY;
  let bytes = 8;
  if (isArray(value)) {
    for (const item of value) bytes += 8 + bsonBytes(item, depth + 1);
    return bytes;
  }
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (key in Object.prototype || HOSTILE_KEY.test(key)) return Number.POSITIVE_INFINITY;
    if (inner !== undefined) bytes += key.length + bsonBytes(inner, depth + 1);
  }
  return bytes;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Operators and references begin with `$`, a key ends at its first NUL, `_bsontype` makes the client build another type, and
 * for what every object inherits (`toString`) it takes a list's items for raw bytes.
 */
const HOSTILE_KEY = /^\$|^_bsontype$|^toBSON$|\0|\p{Surrogate}/u;

function isArray(value: JsonObject | readonly Json[]): value is readonly Json[] {
  return Array.isArray(value);
}

function hasDeclaredTypes(body: JsonObject, fields: KindSpec['fields']): boolean {
  for (const name in fields) {
    const value = body[name];
    const type = fields[name];
    if (value !== undefined && value !== null && type !== undefined && !isOfType(value, type)) return false;
  }
  return true;
}

function declaredPart(body: JsonObject, fields: KindSpec['fields']): JsonObject {
  const entries = Object.entries(fields).flatMap(([name, type]) => {
    const value = body[name];
    return isOfType(value, type) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}
