import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import type { JsonObject } from '../storage/json.ts';
import { BadLine } from './bad-line.ts';
import type { GivenDocument } from './conversation-test.ts';
import { givenProduct } from './given-product.ts';

const bodiesSchema = z.array(z.record(z.string(), z.json())) as z.ZodType<readonly JsonObject[]>;

/** The catalogue of a test; `null` when it has none of its own. */
export function readProducts(products: unknown, currency: string): readonly Product[] | null {
  if (products === undefined) return null;
  try {
    return (Array.isArray(products) ? products : [products]).map((one) => givenProduct(one, currency));
  } catch (error) {
    throw new BadLine(1, error instanceof Error ? error.message : String(error));
  }
}

const kinds = ['order', 'customer', 'cart'] as const;

/** The documents under `given`, beside its products and locale. */
export function readGiven(given: Readonly<Record<string, unknown>>): readonly GivenDocument[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const kind = kinds.find((known) => name === known || name === `${known}s`);
    if (kind === undefined) throw new BadLine(1, `"given" knows product, ${kinds.join(', ')}; not "${name}"`);
    const bodies = bodiesSchema.safeParse(Array.isArray(value) ? value : [value]);
    if (!bodies.success) throw new BadLine(1, `A given ${kind} is written as { id: …, … }`);
    return bodies.data.map((body) => ({ kind, id: ownId(kind, body), body }));
  });
}

function ownId(kind: GivenDocument['kind'], body: JsonObject): string | null {
  const { id } = body;
  if (typeof id === 'string') return id;
  if (kind === 'customer' || kind === 'cart') return null;
  throw new BadLine(1, `A given ${kind} needs an "id"`);
}
