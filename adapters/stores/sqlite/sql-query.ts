import type { Kind } from '../../../src/storage/kinds.ts';
import { type Comparison, comparisonsOf, DEFAULT_LIMIT, sortOf } from '../../../src/storage/query.ts';
import type { Query } from '../../../src/storage/store.ts';
import { quote } from './schema.ts';

interface SqlQuery {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Ids come as JSON: the client ends a text at its first NUL. */
export function selectSql(kind: Kind, query: Query): SqlQuery {
  const { by, isDown } = sortOf(kind, query);
  const order = (by === null ? ['id'] : [quote(by), 'id']).map((column) => `${column} ${isDown ? 'desc' : 'asc'}`);
  const where = whereSql(kind, query);
  const sql = `select revision, body, json_quote(id) from ${quote(kind)}${where.sql} order by ${order} limit ?`;
  return { sql, values: [...where.values, query.limit ?? DEFAULT_LIMIT] };
}

export function countSql(kind: Kind, query: Query): SqlQuery {
  const where = whereSql(kind, query);
  return { sql: `select count(*) as count from ${quote(kind)}${where.sql}`, values: where.values };
}

function whereSql(kind: Kind, query: Query): SqlQuery {
  const after = query.after === undefined ? [] : [{ sql: 'id > ?', values: [query.after] }];
  const conditions = [...comparisonsOf(kind, query).map(conditionSql), ...after];
  if (conditions.length === 0) return { sql: '', values: [] };
  return {
    sql: ` where ${conditions.map(({ sql }) => sql).join(' and ')}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

const signs = { equal: '=', above: '>', from: '>=', below: '<', to: '<=' } as const;

function conditionSql(comparison: Comparison): SqlQuery {
  const column = quote(comparison.field);
  switch (comparison.operator) {
    case 'empty':
      return { sql: `${column} is null`, values: [] };
    case 'in':
      return {
        sql: `${column} in (select value from json_each(?))`,
        values: [JSON.stringify(comparison.values)],
      };
    default:
      return { sql: `${column} ${signs[comparison.operator]} ?`, values: [bindable(comparison.value)] };
  }
}

function bindable(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? Number(value) : value;
}
