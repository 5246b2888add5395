import { foldCase } from '../../understanding/normalise.ts';
import { isStateCode } from '../../understanding/slots/state-codes.ts';
import { regionCode } from '../shipping/regions.ts';

/** A state or province, as its code where Parley knows it. */
export function regionIn(country: string, text: string): string | null {
  const said = text.trim();
  const known = regionCode(country, said);
  if (known !== null) return known;
  return isStateCode(country, said) ? said.toUpperCase() : null;
}

interface TrailingRegion {
  /** What stands before it. */
  readonly before: string;
  readonly region: string;
  /** As written. */
  readonly written: string;
}

const longestName = 3;

/** The state at the end of "Springfield, IL". `beforePostcode`: then "il" is one too, else it could be any word. */
export function trailingRegion(country: string, text: string, beforePostcode: boolean): TrailingRegion | null {
  const words = text.replace(/[\s,]+$/u, '').split(/\s+/u);
  for (let many = Math.min(longestName, words.length); many > 0; many -= 1) {
    const written = words
      .slice(-many)
      .join(' ')
      .replace(/^[,(]+|[,)]+$/gu, '');
    const region = regionIn(country, written);
    if (region === null || (isCode(written) && !beforePostcode && written !== written.toUpperCase())) continue;
    return {
      before: words
        .slice(0, -many)
        .join(' ')
        .replace(/[\s,–-]+$/u, ''),
      region,
      written,
    };
  }
  return null;
}

function isCode(written: string): boolean {
  return foldCase(written).replace(/\./gu, '').length <= 3;
}
