import { isMap } from 'yaml';
import { type Field, type Fields, readFields } from '../fields.ts';
import { imageKeys } from '../keys.ts';
import type { SaySource } from '../source.ts';
import { readText, readValue } from '../values.ts';
import type { StepReading } from './step-reading.ts';

export function readSay(fields: Fields, reading: StepReading): SaySource {
  return {
    kind: 'say',
    ...reading.base,
    text: readText(fields.get('say'), reading),
    image: readImage(fields.get('image'), reading),
    products: readValue(fields.get('products'), reading),
    receipt: readValue(fields.get('receipt'), reading),
    invoice: readValue(fields.get('invoice'), reading),
  };
}

function readImage(field: Field | null, reading: StepReading): SaySource['image'] {
  if (field === null) return null;
  if (!isMap(field.node)) {
    reading.mistakes.report(
      'wrong-type',
      field.at,
      '"image" has to say where the picture is and what it shows.',
      'Write image: { url: https://…, alt: A red shoe }',
    );
    return null;
  }
  const fields = readFields(field.node, imageKeys, { ...reading, what: 'An image' });
  const url = readText(fields.get('url'), reading);
  const alt = readText(fields.get('alt'), reading);
  return url && alt && { url, alt };
}
