import type { Vocabulary } from '../../catalog/vocabulary.ts';
import { colourNames } from './colours.ts';
import { materialNames } from './materials.ts';

const many = 1_000;
const counted = (values: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(values.map((value) => [value, many]));
const wordSizes = ['Queen', 'King', 'Twin', 'Full', 'Single', 'Double', 'One size'];
const letterSizes = ['XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL', 'XXXXL'];
const numberSizes = Array.from({ length: 120 }, (_, index) => String((index + 1) / 2));

/** Colours, sizes and materials in English: what a message says of them, whatever a catalogue has. */
export const plainVocabulary: Vocabulary = {
  'options.colour': counted(colourNames),
  'options.size': counted([...letterSizes, ...wordSizes, ...numberSizes]),
  'attributes.material': counted(materialNames),
};
