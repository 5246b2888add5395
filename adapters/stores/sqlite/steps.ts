import type { JsonObject } from '../../../src/storage/json.ts';
import { type Kind, type KindSpec, kinds } from '../../../src/storage/kinds.ts';
import { isOfType } from '../../../src/storage/query.ts';
import type { Write } from '../../../src/storage/store.ts';
import type { Connection, Statement } from './connection.ts';
import { quote } from './schema.ts';

/** One statement that changes exactly one row, or none when the document is not at its revision. */
export interface Step {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

interface KindStatements {
  readonly fields: readonly (readonly [name: string, type: KindSpec['fields'][string]])[];
  readonly insert: Statement;
  readonly update: Statement;
  readonly remove: Statement;
}

/** Turns writes into steps, so that what a body costs to encode is paid outside of the transaction. */
export function createStepEncoder(db: Connection): (write: Write) => readonly Step[] {
  const statements = new Map<Kind, KindStatements>();
  for (const kind of Object.keys(kinds) as Kind[]) statements.set(kind, prepare(db, kind));
  return (write) => {
    const prepared = statements.get(write.kind);
    if (prepared === undefined) throw new RangeError(`there is no kind ${JSON.stringify(write.kind)}`);
    return encode(write, prepared);
  };
}

function prepare(db: Connection, kind: Kind): KindStatements {
  const spec: KindSpec = kinds[kind];
  const fields = Object.entries(spec.fields);
  const names = fields.map(([name]) => quote(name));
  const table = quote(kind);
  const places = names.map(() => '?');
  return {
    fields,
    insert: db.prepare(
      `insert into ${table} (${['id', 'revision', 'body', ...names]}) values (${['?', '1', '?', ...places]}) on conflict do nothing`,
    ),
    update: db.prepare(
      `update ${table} set revision = revision + 1, ${['body', ...names].map((name) => `${name} = ?`)} where id = ? and revision = ?`,
    ),
    remove: db.prepare(`delete from ${table} where id = ? and revision = ?`),
  };
}

function encode({ id, revision, body }: Write, { fields, insert, update, remove }: KindStatements): readonly Step[] {
  if (body === null) {
    const removal = { statement: remove, values: [id, Math.max(revision, 1)] };
    return revision === 0 ? [{ statement: insert, values: [id, ...row({}, fields)] }, removal] : [removal];
  }
  const values = row(body, fields);
  if (revision === 0) {
    values.unshift(id);
    return [{ statement: insert, values }];
  }
  values.push(id, revision);
  return [{ statement: update, values }];
}

function row(body: JsonObject, fields: KindStatements['fields']): unknown[] {
  const values: unknown[] = [JSON.stringify(body)];
  for (const [name, type] of fields) {
    const value = body[name];
    values.push(isOfType(value, type) ? (value === true ? 1 : value === false ? 0 : value) : null);
  }
  return values;
}
