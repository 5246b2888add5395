interface StockWords {
  readonly in: string;
  readonly out: string;
}

const words: Readonly<Record<string, StockWords>> = {
  en: { in: 'in stock', out: 'out of stock' },
  es: { in: 'en stock', out: 'agotado' },
  pt: { in: 'em estoque', out: 'esgotado' },
  de: { in: 'auf Lager', out: 'ausverkauft' },
  hi: { in: 'स्टॉक में', out: 'स्टॉक में नहीं' },
  ar: { in: 'متوفر', out: 'غير متوفر' },
};

const english: StockWords = { in: 'in stock', out: 'out of stock' };

export function stockWords(locale: string): StockWords {
  return words[locale.split('-')[0] ?? ''] ?? english;
}
