import { LRUCache } from 'lru-cache';

const chains = new LRUCache<string, readonly string[]>({ max: 500 });

/** `es-MX` → `es` → the shop's own, best first. */
export function localeChain(locale: string | null, shopLocale: string): readonly string[] {
  const key = `${locale ?? ''} ${shopLocale}`;
  const known = chains.get(key);
  if (known) return known;
  const chain = [...new Set([...shortened(locale), ...shortened(shopLocale)])];
  chains.set(key, chain);
  return chain;
}

function shortened(locale: string | null): readonly string[] {
  if (locale === null || locale === '') return [];
  const end = locale.lastIndexOf('-');
  return [locale, ...(end > 0 ? shortened(locale.slice(0, end)) : [])];
}
