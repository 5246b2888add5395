import { colourNamed } from '../wish/colours.ts';
import { sizeAt, sizeOfValue } from '../wish/sizes.ts';
import { foldPhrase, wishWords } from '../wish/wish-word.ts';

/**
 * The one of some choices that words mean without saying its label: "medium" is `M`, "azul" is `Blue`, "blu" too. Null where none
 * or several are meant, and for all other words.
 */
export function choiceMeant(text: string, choices: readonly string[]): string | null {
  const size = sizeIn(text);
  if (size !== null) return only(choices, (label) => sizeOfValue(foldPhrase(label)) === size);
  const colour = colourIn(text);
  return colour === null ? null : (only(choices, (label) => colourIn(label) === colour) ?? null);
}

function only(choices: readonly string[], isMeant: (label: string) => boolean): string | null {
  const [first, second] = choices.filter(isMeant);
  return first !== undefined && second === undefined ? first : null;
}

const sizeWord = /^(?:in |a |an |size |en |talla |in größe |tamanho |the )+/iu;

/** A size in letters; a number is its own label. */
function sizeIn(text: string): string | null {
  const bare = text
    .trim()
    .replace(sizeWord, '')
    .replace(/\s+(?:size|one|please)$/iu, '');
  const words = wishWords(bare);
  const said = sizeAt(words, 0, bare);
  return said !== null && said.count === words.length && /^\p{L}/u.test(said.size) ? said.size : null;
}

function colourIn(text: string): string | null {
  const [word, ...others] = wishWords(text).filter(({ text: one }) => !/^(?:in|the|a|one|please|en|el|la)$/u.test(one));
  return word === undefined || others.length > 0 ? null : colourNamed(word.text);
}
