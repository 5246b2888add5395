import { foldPhrase, type WishWord } from './wish-word.ts';

/** Size in letters → how it is said. */
const letterSizes: Readonly<Record<string, string>> = {
  XS: 'xs|x small|extra small|xsmall|sehr klein|extra chico|extra pequeno',
  S: 's|small|sm|klein|pequeno|pequena|chico|chica|صغير|छोटा',
  M: 'm|medium|med|mittel|mediano|mediana|medio|media|متوسط|मध्यम',
  L: 'l|large|lg|gross|grande|كبير|बड़ा',
  XL: 'xl|x large|extra large|xlarge|extra grande|sehr gross',
  XXL: 'xxl|2xl|xx large|2x large|double xl|2 xl|xxlarge',
  XXXL: 'xxxl|3xl|xxx large|3x large|triple xl|3 xl',
  XXXXL: 'xxxxl|4xl|4x large|4 xl',
  'One size': 'one size|onesize|os|einheitsgrosse|talla unica|tamanho unico',
};

const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries(letterSizes).flatMap(([size, said]) =>
    said.split('|').map((one): [string, string] => [foldPhrase(one), size]),
  ),
);

export interface SaidSize {
  /** `M`, `40`, or the word itself ("queen"). */
  readonly size: string;
  /** Words that it takes. */
  readonly count: number;
  /** Says by itself that it is a size: "xl" does, "large" and "s" do not. */
  readonly plain: boolean;
}

const open = new Set(
  's m l small large sm lg med klein gross grande chico chica pequeno pequena media medio mittel mediano mediana os'.split(
    ' ',
  ),
);
const mostWords = 2;

/** The size in letters or a number that begins at the word; `40.5` is two words to the reader and one size. */
export function sizeAt(words: readonly WishWord[], at: number, text: string): SaidSize | null {
  for (let count = mostWords; count >= 1; count -= 1) {
    const said = words.slice(at, at + count);
    if (said.length < count || said.slice(1).some((word) => word.opens)) continue;
    const phrase = said.map((word) => word.text).join(' ');
    const size = phrases.get(phrase);
    if (size !== undefined) return { size, count, plain: !open.has(phrase) };
  }
  return numberAt(words, at, text);
}

const numeric = /^\d{1,3}(?:[.,]5|\s?½| 1\/2)?(?![\p{L}\p{N}.,/-]*\p{N})/u;

function numberAt(words: readonly WishWord[], at: number, text: string): SaidSize | null {
  const word = words[at];
  const written = word === undefined ? undefined : numeric.exec(text.slice(word.start, word.start + 8))?.[0];
  if (word === undefined || written === undefined) return null;
  const size = written.replace(/\s?(?:½|1\/2)$/u, '.5').replace(',', '.');
  const count = words.slice(at).filter(({ start }) => start < word.start + written.length).length;
  return { size, count, plain: false };
}

/** The size a catalogue's value stands for: `Medium` and `M` are one. */
export function sizeOfValue(folded: string): string {
  const bare = folded.replace(/^(?:eu|us|uk|size|gr|grosse|talla) (?=\d)/u, '');
  return phrases.get(bare) ?? bare.replace(/^(\d+) (\d)$/u, '$1.$2').toUpperCase();
}
