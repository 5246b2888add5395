import type { ModelAnswer } from '../language-model.ts';

/** What models cost, as the merchant says. */
export interface ModelPrices {
  /** ISO 4217: what the bill is in, mostly not the shop's currency. */
  readonly currency: string;
  readonly models: readonly ModelPrice[];
}

/** In the currency, for a million tokens. `cached`: of input that the server had read before. */
export interface ModelPrice {
  /** How the model's name begins: servers answer with longer ones (`gpt-5.4-mini` is `gpt-5.4-mini-2026-03-17` there). */
  readonly model: string;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

/** In millionths of the currency, whole; `null` where nobody said what the model costs. A price for a million tokens is a millionth for one. */
export function costOf({ models }: ModelPrices, { model, usage }: Pick<ModelAnswer, 'model' | 'usage'>): number | null {
  const [price] = models.filter((each) => model.startsWith(each.model)).sort(byLength);
  if (price === undefined) return null;
  const { input, cached, output } = usage;
  return Math.round((input - cached) * price.input + cached * price.cached + output * price.output);
}

function byLength(one: ModelPrice, other: ModelPrice): number {
  return other.model.length - one.model.length;
}
