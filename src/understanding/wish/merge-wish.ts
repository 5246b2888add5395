import { buts, changes, likes, pronouns, sames, things } from '../references/reference-words.ts';
import { readReference } from '../references.ts';
import { colourNamed } from './colours.ts';
import { plainVocabulary } from './plain-vocabulary.ts';
import { readWish } from './read-wish.ts';
import type { Heard, WishOptions } from './wish.ts';
import { foldPhrase, wishWords } from './wish-word.ts';

/** A message that says only how the thing should be, which was named before. */
export interface Refinement {
  /** What it says, each in words that `readWish` reads. */
  readonly parts: readonly Heard[];
  readonly price: 'cheaper' | 'dearer' | null;
  /** Nothing but what must not be. */
  readonly onlyExcludes: boolean;
}

/** Says nothing of a thing: the words around a colour, a size or a price in a message that refines. */
const around = new Set(
  (
    'ok okay and but just only no nope hmm well please pls can could do does did you u have hav hv got any anything something some smth sth a an the in it its is are ' +
    'there one ones else other others another want need show me give i id like for too also them these those of to now instead rather what about how ' +
    'expensive pricey much dear costly sort sorted by price order first similar option options alternatives colour color version what’s whats pair ' +
    'gibt gibts es die der das den auch noch was etwas anderes zeig zeige mir habt ihr haben sie und aber nur bitte ein eine einen in zu teuer ' +
    'algo hay tienes tienen lo la el los las en de uno una pero y por favor muéstrame muestra demasiado muy caro cara ' +
    'tem têm você vocês o os as em um uma mas e mostre caro demais muito ' +
    'wala wali wale dikhao dikha do me mein mujhe chahiye hai kya koi aur thoda bahut mehnga वाला वाली वाले दिखाओ में मुझे चाहिए है कुछ और थोड़ा ' +
    'هل في عندكم شيء اريد و'
  )
    .split(' ')
    .map(foldPhrase),
);
const tooDear =
  /\b(?:too|bit|so) (?:expensive|pricey|dear|costly|much)\b|zu teuer|(?:muy|demasiado|muito) car[oa]|car[oa] demais|bahut mehnga/iu;
const byPrice =
  /\b(?:sort(?:ed)?|order(?:ed)?) (?:them |it |these )?by (?:the )?price\b|\b(?:cheapest|lowest) (?:price )?first\b/iu;
/** Of "not nike" nobody knows the brand: said alone, it is what is not wanted all the same. */
const notThat =
  /^(?:(?:ok|and|but|just|please|pls|only)[ ,]+)*(?:not|no|nicht|kein|keine|keinen|nada de|não|nao) (?:from |by |von |de )?(?<what>[\p{L}][\p{L}\p{N}'’-]+(?: ones?)?)(?: please| pls)?[\s.!?]*$/iu;
const notExcluded =
  /^(?:not|no|sure|really|now|yet|that|this|these|those|it|good|ok|okay|interested|thanks|thank|way|problem|idea|worries|today|here|there|working|true|need|more|one|me|nothing|them|bad|at|necessary|possible)\b/iu;

export function readRefinement(text: string, options: WishOptions): Refinement | null {
  const excluded = notThat.exec(text.trim())?.groups?.['what']?.replace(/ ones?$/iu, '') ?? '';
  const isNot = excluded !== '' && !notExcluded.test(excluded);
  const sorted = (isNot ? `without ${excluded}` : text).replace(byPrice, ' cheapest ');
  const { parts, left } = partsOf(sorted, options);
  const but = readReference(text)?.but ?? null;
  const price = tooDear.test(text) ? 'cheaper' : (but?.price ?? priceChange(left));
  if (parts.length === 0 && price === null) return null;
  if (!wishWords(withoutChanges(left)).every(({ text: word }) => saysNothing(word))) return null;
  return { parts, price, onlyExcludes: price === null && parts.every(({ means }) => means === 'is-not') };
}

function partsOf(text: string, options: WishOptions): { readonly parts: readonly Heard[]; readonly left: string } {
  const own = readWish(text, options);
  const plain = readWish(own.text, { ...options, vocabulary: plainVocabulary });
  return { parts: [...own.heard, ...plain.heard].filter(({ means }) => means !== 'quantity'), left: plain.text };
}

function saysNothing(word: string): boolean {
  return [around, things, pronouns, sames, buts, likes].some((words) => words.has(word));
}

const mostChangeWords = 4;

function withoutChanges(text: string): string {
  const words = wishWords(text).map((word) => word.text);
  for (let count = mostChangeWords; count >= 1; count -= 1) {
    for (let at = 0; at + count <= words.length; at += 1)
      if (changes.get(words.slice(at, at + count).join(' '))?.price) words.splice(at, count);
  }
  return words.join(' ');
}

function priceChange(text: string): Refinement['price'] {
  const words = ` ${foldPhrase(text)} `;
  const said = [...changes].find(([phrase, { price }]) => price !== undefined && words.includes(` ${phrase} `));
  return said?.[1].price ?? null;
}

/** The words of the search before, without what the new ones replace, and the new ones behind them. */
export function mergeWish(before: string, parts: readonly Heard[], options: WishOptions): string {
  const replaced = partsOf(before, options).parts.filter((old) => parts.some((part) => replaces(part, old)));
  const kept = replaced.reduce((text, { words }) => text.replace(words, ' '), before);
  return [kept, ...parts.map(({ words }) => words.replace(/^(?:but|and|pero|aber|und|y|mas|e) /iu, ''))]
    .map((words) => words.replace(/\s+/gu, ' ').replace(/^[\s,]+|[\s,]+$/gu, ''))
    .filter((words) => words !== '')
    .join(' ');
}

/** A new colour goes before the old one; what is not wanted adds to what was not, and takes back only what it names. */
function replaces(part: Heard, old: Heard): boolean {
  if (part.means === 'price' && old.means === 'sort') return dearest.test(old.words);
  if (familyOf(part) !== familyOf(old)) return false;
  const both = part.means === old.means;
  if (part.means === 'is-not') return old.words === part.words || (!both && sameValue(part, old));
  return both || (old.means === 'is-not' && sameValue(part, old));
}

/** Who asks for the dearest and then for less wants no more the dearest. */
const dearest = /expensive|pric(?:iest|ed)|dearest|teuer|car[oa]|descending|mehng/iu;

function sameValue(one: Heard, other: Heard): boolean {
  const values = new Set(other.values.map(foldPhrase));
  return one.values.some((value) => values.has(foldPhrase(value)));
}

function familyOf({ means, facet, values }: Heard): string {
  if (means !== 'is' && means !== 'is-not') return means;
  if (values.some((value) => colourNamed(foldPhrase(value)) !== null)) return 'colour';
  return (facet ?? '').replace(/^(?:options|attributes)\./u, '');
}
