const chains = new Map<string, readonly string[]>();

/** `es-MX` in an English shop → es-MX, es, en. Remembered: it is asked for every turn. */
export function fallbackChain(locale: string | null, shopLocale: string): readonly string[] {
  const key = `${locale ?? ''} ${shopLocale}`;
  const known = chains.get(key);
  if (known) return known;
  const chain = [...new Set([...narrowToWide(locale ?? shopLocale), ...narrowToWide(shopLocale)])];
  if (chains.size < mostChains) chains.set(key, chain);
  return chain;
}

/** Locales come from outside; the memory for them must not grow with what strangers send. */
const mostChains = 1_000;

function narrowToWide(locale: string): string[] {
  const parts = locale.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
