import { colourNamed } from '../understanding/wish/colours.ts';
import { facetMeaning } from '../understanding/wish/facet-index.ts';
import { materialNamed } from '../understanding/wish/materials.ts';
import type { GivenUp } from './loosen.ts';
import type { WordsMet } from './product-index.ts';
import { createToTerms } from './ranking/terms.ts';
import { searchSettings } from './search-settings.ts';

/** Longer texts are a story, or no wish at all: "for my grandma who loves cats". Colours and materials are meant always. */
const mostMeant = 4;
/** What follows is whom or what it is for. */
const forWhom = /(?<=\p{L}\s)(?:for|für|fuer|para|pra)(?=\s).*$/iu;

const toTerms = createToTerms(searchSettings.stopWords);

/**
 * The words of what was searched for that nothing found has, as the shopper wrote them, to be said; "size" and
 * "colour" are not among them. All of a short text where nothing is called so: neither a mat nor anything for yoga.
 */
export function wordsGivenUp(text: string, met: WordsMet | null): readonly GivenUp[] {
  if (met === null || met.unmet.length === 0) return [];
  const words = wordsIn(text);
  const isShort = words.length <= mostMeant;
  if (isShort && met.named === 0) return [{ name: 'word', value: text.trim() }];
  const unmet = new Set(met.unmet.flatMap((term) => term.split(' ')));
  const given = (isShort ? wordsIn(text.replace(forWhom, '')) : words).filter((word) =>
    toTerms(word).some((term) => unmet.has(term)),
  );
  const said = given.filter((word) => facetMeaning(word) === null && (isShort || isMeant(word)));
  return said.map((value) => ({ name: 'word', value }));
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}'’-]+/u).filter((word) => word !== '');
}

function isMeant(word: string): boolean {
  const plain = word.toLowerCase();
  return colourNamed(plain) !== null || materialNamed(plain) !== null;
}
