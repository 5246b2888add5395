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

export function documentOf({
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
  if (typeof value === 'string') return isWellFormed(value) ? value.length + 8 : Number.POSITIVE_INFINITY;
  if (value === null || typeof value !== 'object') return 8;
  if (depth === DEEPEST) return Number.POSITIVE_INFINITY;
  let bytes = 8;
  if (isArray(value)) {
    for (const item of value) bytes += 8 + bsonBytes(item, depth + 1);
    return bytes;
  }
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (!isHarmless(key)) return Number.POSITIVE_INFINITY;
    if (inner !== undefined) bytes += key.length + bsonBytes(inner, depth + 1);
  }
  return bytes;
}

/** The engine's own check costs a tenth of a pattern's; TypeScript's library of this year does not know it. */
function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

/** The same few names come in every turn: looking at each once saves most of what this check costs. */
const harmless = new Set<string>();
const MOST_REMEMBERED = 2_000;
const LONGEST_REMEMBERED = 40;

function isHarmless(key: string): boolean {
  if (harmless.has(key)) return true;
  if (key in Object.prototype || HOSTILE_KEY.test(key)) return false;
  if (harmless.size < MOST_REMEMBERED && key.length <= LONGEST_REMEMBERED) harmless.add(key);
  return true;
}

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
