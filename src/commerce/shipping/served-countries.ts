import type { ShippingRules } from '../rules/shipping.ts';

/** ISO 3166-1 codes that something is sent to, as written; `null`: anywhere but where a zone says no. */
export function servedCountries({ zones }: Pick<ShippingRules, 'zones'>): readonly string[] | null {
  const serving = zones.filter(({ methods }) => methods.length > 0);
  if (serving.some(({ countries }) => countries === null)) return null;
  return [...new Set(serving.flatMap(({ countries }) => countries ?? []))];
}
