import type { Json } from '../../storage/json.ts';
import { longestReadable } from '../normalise.ts';
import { wordsOf } from '../words.ts';
import type { SlotReading } from './slot-reading.ts';

const courtesy: ReadonlySet<string> = new Set(
  `please pls plz thanks thank you thx ok okay just only about around maybe hmm um so well i its is it the a an for me of them those these to want
  would like id ill take need give get make that one ones pieces piece pcs pc items item units unit x times my by on email mail mailto phone mobile cell number at and from
  bitte danke nur ca etwa stuck ich mochte nehme hatte gern gerne am den der die das um
  por favor gracias solo unos unas quiero de ellos del el la los las dia
  obrigado obrigada apenas quero deles o os as em no na`.split(/\s+/),
);

const trimmed = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:!?-]+/, '')
    .trim();

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands around the span, or null when that is only courtesy and filling. */
export const restOf = (text: string, { start, end }: Span): string | null => {
  const around = trimmed(`${text.slice(0, start)} ${text.slice(end)}`);
  return wordsOf(around.slice(0, longestReadable)).every((word) => courtesy.has(word.text)) ? null : around;
};

export const valueWithRest = (value: Json, rest: string | null): SlotReading =>
  rest === null ? { result: 'value', value } : { result: 'value', value, rest };
