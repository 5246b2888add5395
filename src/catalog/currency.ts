const known = new Map<string, number>();

/** Decimals of a currency's minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD; 2 for what is no currency. */
export function currencyExponent(currency: string): number {
  const found = known.get(currency);
  if (found !== undefined) return found;
  // What is remembered has a bound: only three letters get this far.
  const digits = digitsOf(currency);
  if (digits !== null) known.set(currency, digits);
  return digits ?? 2;
}

function digitsOf(currency: string): number | null {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return null;
  }
}
