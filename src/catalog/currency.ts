const known = new Map<string, number>();

/** Decimals of a currency's minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD; 2 for a code nobody knows. */
export function currencyExponent(currency: string): number {
  const found = known.get(currency);
  if (found !== undefined) return found;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  known.set(currency, digits);
  return digits;
}
