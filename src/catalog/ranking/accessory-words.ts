/**
 * Things that are sold to go with other things: "notebook" does not mean a notebook case. As terms of the index (singular). A shopper
 * who names one of them asks for it.
 */
export const accessoryWords: ReadonlySet<string> = new Set(
  [
    'accessory adapter adaptor bag battery bracket cable cage cartridge case charger charging cleaner cleaning cloth connector cooler cooling',
    'cord cover cradle dock docking drum enclosure filter folio frame fuser grip guard hanger headset holder hook insole kit lace lamp lead lens',
    'lid lock memory module mount pad part pillow pole pouch protector rack refill remote replacement ribbon riser roller screen security shelf',
    'skin sleeve slipcase spare stand station sticker strap stylus support tip toner tray tripod warranty wrist',
  ].flatMap((line) => line.split(' ')),
);
