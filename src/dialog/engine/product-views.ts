import type { Money } from '../../catalog/money.ts';
import type { Json, JsonObject } from '../../storage/json.ts';

/** What a card needs of a product view; the rest of the view is for templates. */
interface CardView {
  readonly id: string;
  readonly title: string;
  readonly price: Money;
  readonly was: Money | null;
  readonly image: string | null;
  readonly description: string | null;
  readonly inStock: boolean;
}

/** What templates gave for `products`: whatever is not a product view is left out rather than shown wrong. */
export function asProductViews(value: Json): readonly CardView[] {
  return Array.isArray(value) ? value.flatMap((item: Json) => asCardView(item) ?? []) : [];
}

export function findProductView(value: Json, id: string): JsonObject | null {
  if (!Array.isArray(value)) return null;
  return value.find((item: Json): item is JsonObject => isObject(item) && item['id'] === id) ?? null;
}

function asCardView(item: Json): CardView | null {
  if (!isObject(item)) return null;
  const { id, title } = item;
  const price = asMoney(item['price']);
  if (typeof id !== 'string' || typeof title !== 'string' || !price) return null;
  return {
    id,
    title,
    price,
    was: asMoney(item['was']),
    image: asText(item['image']),
    description: asText(item['description']),
    inStock: item['in_stock'] !== false,
  };
}

export function asMoney(value: Json | undefined): Money | null {
  if (!isObject(value)) return null;
  const { amount, currency } = value;
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : null;
}

function asText(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
