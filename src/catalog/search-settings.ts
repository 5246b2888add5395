import { type Synonyms, synonymsOf } from './synonyms.ts';

/** The texts of a product that a search looks into. */
export type SearchField = 'title' | 'category' | 'brand' | 'tags' | 'attributes' | 'options' | 'sku' | 'description';

/**
 * What both indexes are set up with, so that a shop finds the same with either. An index on a server is compared with
 * this when it is opened, and set up anew when anything differs.
 */
export interface SearchSettings {
  /** Most important first, with its weight where the index can weigh. */
  readonly fields: readonly { readonly field: SearchField; readonly weight: number }[];
  readonly synonyms: Synonyms;
  readonly stopWords: readonly string[];
  /** From this many letters on, a word may have one (two) typing errors. */
  readonly typos: { readonly one: number; readonly two: number };
}

export const searchSettings: SearchSettings = {
  fields: [
    { field: 'title', weight: 3 },
    { field: 'category', weight: 2.5 },
    { field: 'brand', weight: 2 },
    { field: 'tags', weight: 2 },
    { field: 'attributes', weight: 1 },
    { field: 'options', weight: 1 },
    { field: 'sku', weight: 2 },
    { field: 'description', weight: 1 },
  ],
  synonyms: synonymsOf([
    ['coat', 'jacket', 'parka', 'anorak', 'overcoat'],
    ['sweater', 'jumper', 'pullover'],
    ['shoe', 'footwear'],
    ['sneaker', 'trainer', 'running shoe'],
    ['trousers', 'pants', 'slacks'],
    ['t-shirt', 'tee', 'tshirt'],
    ['sofa', 'couch', 'settee', 'loveseat'],
    ['tv', 'television', 'telly'],
    ['laptop', 'notebook'],
    ['phone', 'smartphone', 'cellphone', 'mobile phone', 'cell phone'],
    ['headphones', 'headset', 'earphones', 'earbuds'],
    ['glasses', 'spectacles', 'eyewear'],
    ['sunglasses', 'shades'],
    ['handbag', 'purse'],
    ['backpack', 'rucksack', 'daypack'],
    ['jewelry', 'jewellery'],
    ['cushion', 'pillow'],
    ['lamp', 'light', 'lighting'],
    ['rug', 'carpet'],
    ['mug', 'cup'],
    ['dresser', 'chest of drawers'],
    ['christmas', 'xmas'],
    ['colour', 'color'],
    ['grey', 'gray'],
    ['vegetable', 'veggie'],
    ['drill', 'driver'],
    ['wrench', 'spanner'],
  ]),
  stopWords: [
    ...words('a an the of and or for with in on at to by from as is are be am it its this that these those'),
    ...words('i me my we our you your he she they them their his her'),
    ...words(
      'want need looking look show find buy get give some any something please would like can could do does have has',
    ),
    ...words('el la los las un una unos unas de del para con y o quiero busco necesito'),
    ...words('der das ein eine einen einem einer und oder für mit ich suche brauche möchte'),
  ],
  typos: { one: 5, two: 9 },
};

function words(line: string): readonly string[] {
  return line.split(' ');
}
