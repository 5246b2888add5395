import type { Flow } from '../../dialog/book.ts';

/** A QR code of the weakest kind that is printed holds 2,331 bytes (version 40-M); a letter of the web can take nine of them. */
export const longestText = 200;

interface LinkWords {
  readonly hello: string;
  readonly interested: (title: string) => string;
}

const english: LinkWords = { hello: 'Hello!', interested: (title) => `Hello! I am interested in ${title}` };

/** By language; a shop that speaks another gives its own with `--text`. */
const wordsIn: Readonly<Record<string, LinkWords>> = {
  en: english,
  es: { hello: '¡Hola!', interested: (title) => `¡Hola! Me interesa ${title}` },
  pt: { hello: 'Olá!', interested: (title) => `Olá! Tenho interesse em ${title}` },
  de: { hello: 'Hallo!', interested: (title) => `Hallo! Ich interessiere mich für ${title}` },
  hi: { hello: 'नमस्ते!', interested: (title) => `नमस्ते! मुझे इसमें रुचि है: ${title}` },
  ar: { hello: 'مرحبًا!', interested: (title) => `مرحبًا! أنا مهتم بـ ${title}` },
};

/** What a shopper says who comes for a product. */
export function productWords(title: string, locale: string): string {
  return fitting(wordsFor(locale).interested(title));
}

export function welcomeWords(locale: string): string {
  return wordsFor(locale).hello;
}

/** As a shopper asks for it in this language, else as the flow's own file has it. */
export function flowWords({ triggers }: Flow, locale: string): string {
  const examples = triggers.flatMap((trigger) =>
    trigger.kind === 'example' && !trigger.text.includes('{') ? [trigger] : [],
  );
  const { language } = new Intl.Locale(locale);
  const example = examples.find((one) => one.locale === locale || one.locale === language) ?? examples[0];
  if (example === undefined) return welcomeWords(locale);
  return fitting(example.text.charAt(0).toLocaleUpperCase(locale) + example.text.slice(1));
}

function wordsFor(locale: string): LinkWords {
  return wordsIn[new Intl.Locale(locale).language] ?? english;
}

function fitting(text: string): string {
  return [...text].slice(0, longestText).join('').trim();
}
