import { createHash } from 'node:crypto';
import type { ProductIndex } from '../../src/catalog/product-index.ts';

export interface GradedQuery {
  readonly text: string;
  /** Product → grade, 0 to 3; what nobody has graded counts as 0. */
  readonly grades: ReadonlyMap<string, number>;
  /** By the hash of the text. */
  readonly half: 0 | 1;
}

/** Those that have something better than grade 0: of the others nothing can be learned. */
export function gradedQueries(csv: string): readonly GradedQuery[] {
  const grades = new Map<string, Map<string, number>>();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [text = '', product = '', grade = ''] = line.split(',');
    grades.set(text, (grades.get(text) ?? new Map<string, number>()).set(product, Number(grade)));
  }
  return [...grades]
    .filter(([, known]) => [...known.values()].some((grade) => grade > 0))
    .map(([text, known]) => ({ text, grades: known, half: halfOf(text) }));
}

function halfOf(text: string): 0 | 1 {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 0 : 1;
}

/** The mean nDCG@10 with gains of 2^grade - 1. */
export async function meanGain(index: Pick<ProductIndex, 'search'>, queries: readonly GradedQuery[]): Promise<number> {
  let sum = 0;
  for (const { text, grades } of queries) sum += gainOf((await index.search({ text, limit: depth })).ids, grades);
  return sum / queries.length;
}

const depth = 10;

function gainOf(ids: readonly string[], grades: ReadonlyMap<string, number>): number {
  const best = [...grades.values()].sort((one, other) => other - one);
  return discounted(ids.map((id) => grades.get(id) ?? 0)) / discounted(best);
}

function discounted(grades: readonly number[]): number {
  return grades.slice(0, depth).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}
