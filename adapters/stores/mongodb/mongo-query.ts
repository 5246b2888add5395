import type mongoose from 'mongoose';
import type { Kind } from '../../../src/storage/kinds.ts';
import { type Comparison, comparisonsOf, sortOf } from '../../../src/storage/query.ts';
import type { Query } from '../../../src/storage/store.ts';
import type { MongoDocument } from './documents.ts';

type Filter = mongoose.mongo.Filter<MongoDocument>;

export function filterOf(kind: Kind, query: Query): Filter {
  const compared = comparisonsOf(kind, query).map((comparison) => ({
    [`body.${comparison.field}`]: operatorOf(comparison),
  }));
  const conditions = query.after === undefined ? compared : [...compared, { _id: { $gt: query.after } }];
  return conditions.length === 0 ? {} : ({ $and: conditions } as Filter);
}

export function sortStagesOf(kind: Kind, query: Query): [string, 1 | -1][] {
  const { by, isDown } = sortOf(kind, query);
  const direction = isDown ? -1 : 1;
  return by === null
    ? [['_id', direction]]
    : [
        [`body.${by}`, direction],
        ['_id', direction],
      ];
}

const operators = { equal: '$eq', above: '$gt', from: '$gte', below: '$lt', to: '$lte' } as const;

function operatorOf(comparison: Comparison): object {
  switch (comparison.operator) {
    case 'empty':
      return { $eq: null };
    case 'in':
      return { $in: comparison.values };
    default:
      return { [operators[comparison.operator]]: comparison.value };
  }
}
