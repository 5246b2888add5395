import type { z } from 'zod';
import { productViewSchema } from '../actions/schemas.ts';
import { isObject, type Json, type JsonObject } from '../storage/json.ts';
import { type Fact, factOf, type Shown, stockFact } from './fact.ts';
import { fold } from './grounding/fold.ts';
import { isPlainValue } from './plain-value.ts';

/** What actions returned in this turn: all that may be said of the shop. */
export interface Findings {
  /** By handle: `p1.price`. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** By handle: `p1`, in the order in which they were found. */
  readonly products: ReadonlyMap<string, ProductViewOutput>;
  /** Actions that returned. */
  readonly asked: readonly string[];
  /** Sizes of the lists of products that came back: "I found two". */
  readonly counts: readonly number[];
  /** Folded: what is written about the products; for measures ("256 GB") and names. Not to be trusted with prices or promises. */
  readonly words: string;
  /** Folded, by handle of the product: what its own texts say; `null`: the shop's own, beside its products. */
  readonly passages: ReadonlyMap<string | null, readonly string[]>;
  /** Folded: titles, options and attributes alone. */
  readonly labels: string;
}

type ProductViewOutput = z.output<typeof productViewSchema>;

export interface FindingsBook extends Findings {
  /** Takes in what an action returned; gives it as the model is to see it: with handles in the place of figures. */
  add(action: string, value: JsonObject): Json;
  /** A handle's product, as actions take it. */
  reference(handle: string): JsonObject | null;
}

/** Longest list, and longest free text, that a model is shown. */
const mostItems = 20;
const longestText = 700;

/** What others wrote, or what only machines read: shown at most, never filled in. */
const freeText = new Set(['description', 'words', 'name', 'text', 'asked']);
const unseen = new Set(['id', 'image', 'images', 'sku', 'carrier', 'confidence', 'page']);

export function createFindings(shown: Shown): FindingsBook {
  const facts = new Map<string, Fact>();
  const products = new Map<string, ProductViewOutput>();
  const keys = new Map<string, Identity & { readonly handle: string }>();
  const asked: string[] = [];
  const counts: number[] = [];
  const written: string[] = [];
  const labelled: string[] = [];
  const passages = new Map<string | null, string[]>();

  const put = (fact: Fact | null): void => void (fact && facts.set(fact.handle, fact));

  function showProduct(view: JsonObject): Json {
    const identity = { id: String(view['product'] ?? view['id']), sku: view['sku'] ? String(view['sku']) : null };
    const key = JSON.stringify([identity.id, identity.sku]);
    const handle = keys.get(key)?.handle ?? `p${keys.size + 1}`;
    keys.set(key, { ...identity, handle });
    const read = productViewSchema.safeParse({
      options: null,
      ...view,
      ...(isObject(view['options']) && plainOptions(view)),
    });
    if (read.success) products.set(handle, read.data);
    put(stockFact(handle, view, shown));
    const own: Where = { path: handle, owner: handle, family: 'product' };
    return { handle, ...(walkObject({ ...view, stock: null, pieces: view['stock'] ?? null }, own) as JsonObject) };
  }

  /** What reviewers wrote proves nothing. */
  function prove(text: string, { family, owner, supplied }: Where): void {
    const of = family === 'product' ? owner : null;
    if (of === null && supplied) return;
    passages.set(of, [...(passages.get(of) ?? []), fold(text)]);
  }

  function walkObject(value: JsonObject, where: Where): Json {
    const { name, value: worth } = value;
    if (typeof name === 'string' && typeof worth === 'string') prove(`${name} ${worth}`, where);
    const entries = Object.entries(value).filter(([key, one]) => !unseen.has(key) && one !== null);
    return Object.fromEntries(
      entries.map(([key, one]) => [key, walk(one, { ...where, path: `${where.path}.${key}`, key })]),
    );
  }

  function walkList(list: readonly Json[], where: Where): Json {
    if (list.length > 0 && list.every(isProduct)) counts.push(list.length);
    return list.slice(0, mostItems).map((one, index) => {
      const path = `${where.path}.${index}`;
      const named = isObject(one) && ('label' in one || 'title' in one) && where.family !== 'product';
      return walk(one, { ...where, path, ...(named && { owner: path, family: where.path }) });
    });
  }

  function walk(value: Json, where: Where & { readonly key?: string }): Json {
    if (isProduct(value)) return showProduct(value);
    const { key = '' } = where;
    const free = freeText.has(key) && !(where.quoted && key === 'text');
    const unsafe =
      free || (typeof value === 'string' && isSupplied(where, key) && !isoDay.test(value) && !isPlainValue(value));
    const fact = unsafe ? null : factOf(value, { ...where, key, shown });
    put(fact);
    if (fact !== null && fact.kind !== 'text' && fact.kind !== 'name') return `{{${fact.handle}}}`;
    if (typeof value === 'string') {
      if (key !== 'name' && key !== 'value') prove(value, where);
      return write(value, key);
    }
    if (Array.isArray(value)) return walkList(value as readonly Json[], where);
    return isObject(value) ? walkObject(value as JsonObject, where) : value;
  }

  function write(text: string, key: string): string {
    written.push(fold(text));
    if (!freeText.has(key)) labelled.push(fold(text));
    return text.slice(0, longestText);
  }

  return {
    facts,
    products,
    asked,
    counts,
    passages,
    get words() {
      return written.join(' | ');
    },
    get labels() {
      return labelled.join(' | ');
    },
    add(action, value) {
      asked.push(action);
      const path = `r${asked.length}`;
      // The shop's own pages are quoted as they stand.
      const quoted = action.startsWith('pages.');
      const supplied = suppliers.test(action);
      const seen = walk(value, { path, owner: null, family: null, quoted, supplied });
      return { result: path, ...(isObject(seen) ? (seen as JsonObject) : { value: seen }) };
    },
    reference(handle) {
      const known = [...keys.values()].find((one) => one.handle === handle);
      return known === undefined ? null : { id: known.id, sku: known.sku };
    },
  };
}

interface Where {
  readonly path: string;
  readonly owner: string | null;
  readonly family: string | null;
  /** Free text may be filled in. */
  readonly quoted?: boolean;
  /** Of the catalogue or of reviewers, and not of the shop's own rules. */
  readonly supplied?: boolean;
}

interface Identity {
  readonly id: string;
  readonly sku: string | null;
}

/** What these return was written by suppliers and reviewers. */
const suppliers = /^(?:catalog|reviews|cart|wishes|wishlist|saved)[.-]/u;
const isoDay = /^\d{4}-\d{2}-\d{2}(?:T|$)/u;

/** Of a product only its title and its brand are taken as they are. */
function isSupplied({ family, supplied }: Where, key: string): boolean {
  return (family === 'product' || supplied === true) && key !== 'title' && key !== 'brand';
}

/** A product's view, its details, or a line of a cart. */
function isProduct(value: Json): value is JsonObject {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['title'] === 'string' &&
    isObject(value['price']) &&
    'in_stock' in value
  );
}

/** Details list all values of an option; a view has one of each, or none. */
function plainOptions(view: JsonObject): JsonObject {
  const options = view['options'];
  const plain = isObject(options) && Object.values(options).every((one) => typeof one === 'string');
  return { options: plain ? (options as JsonObject) : null };
}
