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

export function isAccessoryWord(term: string): boolean {
  return accessoryWords.has(term);
}

export function namesAccessory(terms: readonly string[]): boolean {
  return terms.some(isAccessoryWord);
}
