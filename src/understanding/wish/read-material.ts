import { facetIndexOf } from './facet-index.ts';
import type { FacetReader } from './facet-reading.ts';
import { materialNamed } from './materials.ts';
import type { WishWord } from './wish-word.ts';

const madeOf = /^(?:of|from|aus|de|in)$/u;
const afterMaterial =
  /^(?:care|cleaner|conditioner|polish|paint|glue|spray|wash|jacket|wax|oil|balm|stove|burning|free)$/u;

/** "cotton", "made of leather". */
export const readMaterial: FacetReader = ({ words, vocabulary, plain }, at) => {
  const facet = facetIndexOf(vocabulary).material;
  if (facet === null) return null;
  const led =
    /^(?:made|hecho|hecha|feito|feita)$/u.test(words[at]?.text ?? '') && madeOf.test(words[at + 1]?.text ?? '');
  const from = led ? at + 2 : at;
  const count = [2, 1].find((length) => materialIn(words, from, length) !== null) ?? 0;
  const named = materialIn(words, from, count);
  const values = named === null ? undefined : facet.meant.get(named);
  if (values === undefined || words[from]?.joined || words[from + count]?.joined) return null;
  if (!plain && !led && (!facet.isCarried || afterMaterial.test(words[from + count]?.text ?? ''))) return null;
  return { facet: facet.facet, values, from: at, to: from + count };
};

function materialIn(words: readonly WishWord[], at: number, count: number): string | null {
  if (count === 0 || at + count > words.length) return null;
  const said = words.slice(at, at + count).map((word) => word.text);
  return materialNamed(said.join(' '));
}
