/** The few words that the channel adds of its own. */
export interface Words {
  /** On the button that opens a list: 20 characters at most ("Interactive list messages"). */
  readonly open: string;
  /** Above products: 60 characters at most ("Share products": header of a multi-product message). */
  readonly products: string;
}

const english: Words = { open: 'Choose', products: 'Our products' };

const others: Readonly<Record<string, Words>> = {
  es: { open: 'Elegir', products: 'Nuestros productos' },
  pt: { open: 'Escolher', products: 'Nossos produtos' },
  de: { open: 'Auswählen', products: 'Unsere Produkte' },
  hi: { open: 'चुनें', products: 'हमारे प्रोडक्ट' },
  ar: { open: 'اختيار', products: 'منتجاتنا' },
};

export function wordsIn(locale: string | undefined): Words {
  return others[locale?.split('-')[0]?.toLowerCase() ?? ''] ?? english;
}

/** WhatsApp shows nothing to press without words above. */
export const pointer = '👇';
