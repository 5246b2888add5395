import { type KindSpec, kinds } from '../../../src/storage/kinds.ts';
import type { Connection } from './connection.ts';

/** Brings the file up to what kinds.ts declares; what it no longer declares loses its index and keeps its column. */
export function applySchema(db: Connection): void {
  db.exec('begin immediate');
  try {
    for (const [kind, spec] of Object.entries(kinds)) applyKind(db, kind, spec);
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

function applyKind(db: Connection, kind: string, spec: KindSpec): void {
  const table = quote(kind);
  db.exec(`create table if not exists ${table} (id text primary key, revision integer not null, body text not null)`);
  const existing = names(db, 'select name from pragma_table_info(?)', kind);
  for (const [field, type] of Object.entries(spec.fields)) {
    if (!existing.has(field)) addColumn(db, { table, field, type });
  }
  applyIndexes(db, kind, spec);
}

function addColumn(db: Connection, { table, field, type }: { table: string; field: string; type: FieldType }): void {
  const { affinity, jsonTypes } = columns[type];
  db.exec(`alter table ${table} add column ${quote(field)} ${affinity}`);
  const path = `'$."${field}"'`;
  db.exec(
    `update ${table} set ${quote(field)} = json_extract(body, ${path}) where json_type(body, ${path}) in (${jsonTypes})`,
  );
}

/** Absent values stay out: most documents have nothing due, and what is not in an index need not be moved in it. */
function applyIndexes(db: Connection, kind: string, spec: KindSpec): void {
  const wanted = new Map(spec.indexes.map((fields) => [`${kind}:${fields.join(':')}`, fields]));
  const existing = names(
    db,
    "select name from sqlite_master where type = 'index' and sql is not null and tbl_name = ?",
    kind,
  );
  for (const name of existing) if (!wanted.has(name)) db.exec(`drop index ${quote(name)}`);
  for (const [name, fields] of wanted) {
    const condition = fields.slice(0, 1).map((field) => `${quote(field)} is not null`);
    const on = `${quote(kind)} (${fields.map(quote).join(', ')})`;
    db.exec(`create index if not exists ${quote(name)} on ${on} where ${condition}`);
  }
}

type FieldType = KindSpec['fields'][string];

const columns: Readonly<Record<FieldType, { readonly affinity: string; readonly jsonTypes: string }>> = {
  text: { affinity: 'text', jsonTypes: "'text'" },
  number: { affinity: 'real', jsonTypes: "'integer', 'real'" },
  boolean: { affinity: 'integer', jsonTypes: "'true', 'false'" },
};

function names(db: Connection, sql: string, kind: string): ReadonlySet<string> {
  const rows = db.prepare(sql).all(kind) as readonly { readonly name: string }[];
  return new Set(rows.map(({ name }) => name));
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
