import { foldCase } from './normalise.ts';
import { isSmallTalk } from './small-talk.ts';

/** Words that a new wish or question begins with, in the form `foldCase` gives. */
const openers = new Set(
  `i im id ill we you u can could may would will do does did is are am was were have has when where what whats wheres wat wats wers how hows
why who which please pls plz kindly let lets tell show send give cancel change return exchange refund track find check add remove
buy get make update talk call help compare apply pay ship deliver put take need want wanna book replace edit order reorder
speak connect resend subscribe unsubscribe also
quiero quisiera puedo puede puedes necesito donde cuando como que cual cuanto dime muestrame enviame cancela cancelar cambia cambiar
devolver hay tienes tienen anade quita busca
quero queria posso pode preciso onde quando como qual quanto quais mostra mostre envie cancele cancelar troca trocar devolver tem coloca
ich wir kann konnen konnt mochte will brauche wo wann wie was warum welche welcher zeig zeigen schick schicken storniere andere gib habt haben
mujhe mera meri mere kya kab kahan kaise kitna kitne मुझे मेरा मेरी मेरे क्या कब कहाँ कहां कैसे कितना कितने
اريد أريد متى اين أين كيف كم هل ما ماذا عندي الغ ألغ أرسل ارسل`
    .split(/\s+/u)
    .map(foldCase),
);

const joints =
  /\s*[,;]?\s+(?:and then|and also|and|n|&|also|then|but|plus|y tambien|y también|y|e tambem|e também|e|mas|und auch|und|aber|aur|और|तथा|lekin|लेकिन|ثم|ولكن|و)\s+|\s*[,;]\s+|[.\n]+\s*(?=\S)|(?<=[?!？؟।])\s+/giu;
/** After these a new sentence begins, whatever its first word is. */
const ends = /[?!？؟।]$/u;

const mostClauses = 6;
const longest = 1000;

const wordsIn = (text: string): readonly string[] =>
  foldCase(text)
    .replace(/['’]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Arabic writes "and" as the first letter of the next word. */
const opens = (word: string | undefined): boolean =>
  word !== undefined && (openers.has(word) || (word.startsWith('و') && openers.has(word.slice(1))));

const beginsClause = (text: string): boolean => {
  const words = wordsIn(text);
  return words.length >= 2 && opens(words[0]);
};

/** The part before a joint says something of its own: it holds a word that wishes and questions begin with. */
const standsAlone = (text: string): boolean =>
  isSmallTalk(text) || (wordsIn(text).length >= 2 && wordsIn(text).some(opens));

interface Cut {
  readonly start: number;
  readonly end: number;
}

const cutsOf = (text: string): readonly Cut[] =>
  Array.from(text.matchAll(joints), (found) => ({ start: found.index, end: found.index + found[0].length }));

interface Halves {
  readonly left: string;
  readonly right: string;
}

const isCut = ({ left, right }: Halves, isKnown: (clause: string) => boolean): boolean => {
  if (ends.test(left)) return wordsIn(left).length > 0 && wordsIn(right).length > 0;
  return beginsClause(right) && (standsAlone(left) || (wordsIn(left).length > 0 && isKnown(right)));
};

/**
 * The wishes and questions of a message, in their order: cut after "?" and "!", and at "and", commas and full stops where what
 * follows begins like a wish or question of its own. Greetings and thanks are left out where there is anything else.
 * `isKnown` tells what is surely a wish or question; before it even a mere name is cut off: "red mug and where is my order".
 */
export const splitClauses = (text: string, isKnown: (clause: string) => boolean = () => false): readonly string[] => {
  const looked = text.slice(0, longest).trim();
  const clauses: string[] = [];
  let from = 0;
  for (const { start, end } of cutsOf(looked)) {
    const left = looked.slice(from, start).trim();
    if (!isCut({ left, right: looked.slice(end) }, isKnown) || clauses.length + 1 >= mostClauses) continue;
    clauses.push(left);
    from = end;
  }
  const all = [...clauses, looked.slice(from).trim()];
  const meant = all.filter((clause) => wordsIn(clause).length > 0 && !isSmallTalk(clause));
  return meant.length === 0 ? [text.trim()] : meant;
};
