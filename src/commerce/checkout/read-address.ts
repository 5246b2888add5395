import { countryNamed } from '../../understanding/slots/countries.ts';
import { countryOfCity } from '../shipping/big-cities.ts';
import { type AddressParts, cityIn, longestAddress, mostAddressLines, noParts, tidy } from './address-parts.ts';
import { type FoundPostcode, findPostcode } from './postcodes.ts';
import { regionIn, trailingRegion } from './regions-written.ts';
import { splitStreet } from './split-street.ts';

/** Reads an address that was written in one go. `country`: where it is taken to be when it does not say. */
export function readAddressText(text: string, country: string): AddressParts {
  if (text.length > longestAddress || /[?¿？]/u.test(text)) return noParts;
  const written = piecesOf(text);
  const { pieces, country: own } = withoutCountry(written, country);
  if (pieces.length === 0 || pieces.length > mostAddressLines + 4) return { ...noParts, country: own };
  const parts = locate(pieces, own ?? country);
  return { ...parts, lines: parts.lines.slice(0, mostAddressLines), country: own };
}

function piecesOf(text: string): readonly string[] {
  return text
    .split(/[\n\r,;،、，]+/u)
    .map(tidy)
    .filter((piece) => piece !== '');
}

interface Pieces {
  readonly pieces: readonly string[];
  readonly country: string | null;
}

/** The country stands last: alone, or behind the postcode ("62704 USA"). */
function withoutCountry(pieces: readonly string[], assumed: string): Pieces {
  const last = pieces.at(-1) ?? '';
  if (pieces.length > 1 && regionIn(assumed, last) === null) {
    const named = countryNamed(last);
    if (named !== null) return { pieces: pieces.slice(0, -1), country: named };
  }
  const words = last.split(' ');
  if (pieces.length > 1 && words.at(-1) === assumed && /\p{L}/u.test(pieces[0] ?? ''))
    return {
      pieces: [...pieces.slice(0, -1), words.slice(0, -1).join(' ')].filter((piece) => piece !== ''),
      country: assumed,
    };
  for (let many = Math.min(4, words.length - 1); many > 0; many -= 1) {
    const before = words.slice(0, -many);
    const named = /\d/u.test(before.at(-1) ?? '') ? countryNamed(words.slice(-many).join(' ')) : null;
    if (named !== null) return { pieces: [...pieces.slice(0, -1), before.join(' ')], country: named };
  }
  return { pieces, country: null };
}

type Located = Omit<AddressParts, 'country'>;

function locate(pieces: readonly string[], country: string): Located {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index] ?? '';
    const found = findPostcode(country, piece);
    if (found === null || isStreetNumber(found, { piece, index, country })) continue;
    const before = piece.slice(0, found.start).trim();
    const after = piece.slice(found.end).trim();
    return around({ pieces, index, country, before, after, postcode: found.postcode });
  }
  return withoutPostcode(pieces, country);
}

interface Piece {
  readonly piece: string;
  readonly index: number;
  readonly country: string;
}

/** A text that begins with it has the house's number there, unless there is nothing else, or a city ("10115 Berlin"). */
function isStreetNumber(found: FoundPostcode, { piece, index, country }: Piece): boolean {
  const isFirst = index === 0 && found.start === 0 && found.end < piece.length;
  return isFirst && countryOfCity(piece.slice(found.end)) !== country;
}

interface Around {
  readonly pieces: readonly string[];
  /** Of the piece that holds the postcode. */
  readonly index: number;
  readonly country: string;
  readonly before: string;
  readonly after: string;
  readonly postcode: string;
}

/** "10115 Berlin": the city behind it; "Springfield, IL 62704": the city and the state in front of it. */
function around({ pieces, index, country, before, after, postcode }: Around): Located {
  const behind = cityWithRegion(country, after);
  const rest = pieces.slice(index + 1);
  if (behind.city !== null)
    return { postcode, ...behind, lines: [...pieces.slice(0, index), ...ifAny(before), ...rest] };
  const inFront = [...pieces.slice(0, index), ...ifAny(before)];
  const { lines, city, region } = cityAtEnd(inFront, country, { beforePostcode: true, afterStreet: true });
  const next = city === null ? cityIn(rest[0] ?? '') : null;
  return {
    postcode,
    city: city ?? next,
    region,
    lines: [...lines, ...ifAny(after), ...rest.slice(next === null ? 0 : 1)],
  };
}

/** What stands where a postcode should and is none of this country is kept, so that it can be called wrong. */
function withoutPostcode(pieces: readonly string[], country: string): Located {
  const last = pieces.length > 1 ? (pieces.at(-1) ?? '') : '';
  const mistaken = /^\d{3,9}(?= \p{L})|(?<=\p{L} )\d{3,9}$|^\d{3,9}$/u.exec(last);
  if (mistaken !== null && !/\b(?:apt|suite|ste|unit|box|floor)\b/iu.test(last)) {
    const before = last.slice(0, mistaken.index).trim();
    const after = last.slice(mistaken.index + mistaken[0].length).trim();
    return around({ pieces, index: pieces.length - 1, country, before, after, postcode: mistaken[0] });
  }
  const found = cityAtEnd(pieces, country, { beforePostcode: false, afterStreet: false });
  return { postcode: null, ...found };
}

function cityWithRegion(country: string, text: string): Pick<Located, 'city' | 'region'> {
  const trailing = trailingRegion(country, text.replace(/^[\s,-]+/u, ''), false);
  if (trailing !== null && cityIn(trailing.before) !== null)
    return { city: cityIn(trailing.before), region: trailing.region };
  return { city: cityIn(text), region: null };
}

interface Manner {
  readonly beforePostcode: boolean;
  /** Whether the city may stand in one piece with the street: only where a postcode shows that the text is an address. */
  readonly afterStreet: boolean;
}

/** Takes the state and the city off the end of what stands before the postcode. */
function cityAtEnd(pieces: readonly string[], country: string, manner: Manner): Omit<Located, 'postcode'> {
  const last = pieces.at(-1) ?? '';
  const trailing = trailingRegion(country, last, manner.beforePostcode);
  if (trailing === null) return { ...cityOf(pieces, manner), region: null };
  const stripped = cityOf([...pieces.slice(0, -1), ...ifAny(trailing.before)], manner);
  if (stripped.city !== null) return { ...stripped, region: trailing.region };
  // New York, Washington: what looked like the state is the city.
  const city = trailing.written.length > 3 ? cityIn(trailing.written) : null;
  return city === null ? { ...stripped, region: trailing.region } : { ...stripped, city, region: null };
}

function cityOf(pieces: readonly string[], { afterStreet }: Manner): Pick<Located, 'city' | 'lines'> {
  const last = pieces.at(-1) ?? '';
  const city = pieces.length > 1 ? cityIn(last) : null;
  if (city !== null) return { city, lines: pieces.slice(0, -1) };
  const split = afterStreet ? splitStreet(last) : null;
  if (split === null) return { city: null, lines: pieces };
  return { city: split.city, lines: [...pieces.slice(0, -1), split.street] };
}

function ifAny(text: string): readonly string[] {
  const plain = text.replace(/^[\s,–-]+|[\s,–-]+$/gu, '');
  return plain === '' ? [] : [plain];
}
