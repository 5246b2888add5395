import { boundary, type RankCard } from './rank-text.ts';

/**
 * Things that are sold to go with other things: "notebook" means no notebook case. Terms, so in the singular. A shopper who names
 * one of them asks for it.
 */
const accessoryWords: ReadonlySet<string> = new Set(
  [
    'accessory adapter adaptor bag battery bracket cable cage cartridge case charger cleaner cleaning connector cooler cooling cord cover cradle',
    'dock docking drum enclosure filter folio frame fuser grip guard hanger holder hook insole kit lace lamp lead lens lid lock mat memory module',
    'mount pad part pillow pole pouch protector rack refill remote replacement ribbon riser roller screen security shelf skin sleeve slipcase',
    'spare stand sticker strap stylus support tip toner tray tripod warranty wrist',
  ].flatMap((line) => line.split(' ')),
);

export function namesAccessory(terms: readonly string[]): boolean {
  return terms.some((term) => accessoryWords.has(term));
}

/**
 * Whether a product only goes with what `heads` name: its kind or its title says so, with an accessory's word behind the head ("notebook
 * case") or in an earlier part of the title ("case for notebook"). What a number stands between is a feature: "notebook, 2 GB memory".
 */
export function isAccessoryTo(heads: ReadonlySet<string>, { title, kind }: RankCard): boolean {
  if (kind !== noKind) {
    const kinds = kind.split(' ');
    if (namesAccessory(kinds)) return true;
    if (kinds.some((word) => heads.has(word))) return false;
  }
  const words = title.trim().split(' ');
  if (!namesAccessory(words)) return false;
  const places = words.flatMap((word, at) => (heads.has(word) ? [at] : []));
  return places.every((at) => namedBefore(words, at) || namedBehind(words, at));
}

/** As a card has it. */
const noKind = '  ';

function namedBefore(words: readonly string[], at: number): boolean {
  return words.slice(0, at).some((word) => accessoryWords.has(word));
}

function namedBehind(words: readonly string[], at: number): boolean {
  for (const word of words.slice(at + 1)) {
    if (word === boundary || /\d/.test(word)) return false;
    if (accessoryWords.has(word)) return true;
  }
  return false;
}
