import { francAll } from 'franc-min';
import { closedWords } from './intents/closed-words.ts';
import { languageOfGreeting } from './intents/greetings.ts';
import { letterHabits } from './intents/letter-habits.ts';
import { languageOfScript } from './intents/scripts.ts';
import { foldCase } from './normalise.ts';
import { withoutData } from './plain-data.ts';
import { languageOf } from './words.ts';

export interface DetectedLanguage {
  /** ISO 639-1. */
  readonly language: string;
  /** 0 to 1: how likely it is that the message is in this language. */
  readonly confidence: number;
}

const longest = 300;
const greetingConfidence = 0.9;
/** Where no word is known, only how it is spelt: most likely a name, or slang. */
const surestOfSpelling = 0.65;
const habitWeight = 0.2;
const trigramWeight = 0.5;
/** A language that the shop speaks, before one that it does not. */
const spokenWeight = 0.1;
/** So many letters without one known word: the message may be in any language of the world. */
const lettersForWorld = 20;

/** ISO 639-3, as franc names them → ISO 639-1: what it knows among languages in Latin letters. */
// biome-ignore format: a table
const names: Readonly<Record<string, string>> = {
  eng: 'en', spa: 'es', por: 'pt', deu: 'de', fra: 'fr', ita: 'it', nld: 'nl', pol: 'pl', tur: 'tr', swe: 'sv', ces: 'cs',
  ron: 'ro', hun: 'hu', vie: 'vi', ind: 'id', zlm: 'ms', tgl: 'tl', swh: 'sw', hrv: 'hr', bos: 'bs', hau: 'ha', yor: 'yo',
  uzn: 'uz', azj: 'az', som: 'so', ibo: 'ig', zul: 'zu', kin: 'rw', hat: 'ht', jav: 'jv', sun: 'su', mlg: 'mg', nya: 'ny',
};

type Scores = Map<string, number>;

const add = (scores: Scores, language: string, score: number): void => {
  scores.set(language, (scores.get(language) ?? 0) + score);
};

const languagesOfWord = ((): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, string[]>();
  for (const [language, words] of Object.entries(closedWords))
    for (const word of new Set(words.split(/\s+/u).map(wordForm)))
      table.set(word, [...(table.get(word) ?? []), language]);
  return table;
})();

function wordForm(word: string): string {
  return foldCase(word).replace(/['’]/gu, '');
}

/** A word of one language is worth 1, of two a quarter each. */
const countWords = (text: string, scores: Scores): void => {
  for (const word of wordForm(text).match(/[\p{L}\p{M}]+/gu) ?? []) {
    const languages = languagesOfWord.get(word) ?? [];
    for (const language of languages) add(scores, language, 1 / languages.length ** 2);
  }
};

const countHabits = (text: string, scores: Scores): void => {
  const written = text.toLowerCase();
  for (const [language, pattern] of letterHabits)
    add(scores, language, habitWeight * (written.match(pattern)?.length ?? 0));
};

const isoThree = new Map(Object.entries(names).map(([three, two]) => [two, three]));

/** franc gives the best 1, and the others less as their three-letter sequences are farther. */
const countTrigrams = (text: string, among: readonly string[], scores: Scores): void => {
  const only = among.flatMap((language) => isoThree.get(language) ?? []);
  for (const [three, score] of francAll(text, { minLength: 1, only })) {
    const language = names[three];
    if (language !== undefined) add(scores, language, trigramWeight * score);
  }
};

/** So far ahead that sequences of letters, the slowest to count, would change nothing. */
const decidedLead = 1.2;

const isDecided = (scores: Scores): boolean => {
  let [first, second] = [0, 0];
  for (const score of scores.values()) {
    if (score > first) [first, second] = [score, first];
    else if (score > second) second = score;
  }
  return first - second > decidedLead;
};

const best = (scores: Scores): DetectedLanguage => {
  const [first = ['', 0], second = ['', 0]] = [...scores].sort((one, other) => other[1] - one[1]);
  const lead = (first[1] - second[1]) / (first[1] + 0.3);
  return { language: first[0], confidence: Math.min(0.99, 0.5 + 0.5 * lead) };
};

/** Where no word tells anything: which of the world's languages in Latin letters has such sequences of letters. */
const bestOfWorld = (text: string, spoken: readonly string[]): DetectedLanguage => {
  const scores: Scores = new Map();
  countTrigrams(text, Object.values(names), scores);
  for (const language of spoken) add(scores, language, spokenWeight / 2);
  return best(scores);
};

/**
 * The language that a message is written in, in quick steps from the surest to the least: its letters, words that a language
 * is known by, its habits of spelling, its three-letter sequences. Hindi in Latin letters is `hi`.
 *
 * @param candidates BCP 47 tags of the languages that the shop speaks: of two that are as likely, theirs is taken.
 * @returns null for a message without a word, such as "42", "👍" or an e-mail address.
 */
export const detectLanguage = (text: string, candidates: readonly string[]): DetectedLanguage | null => {
  const looked = withoutData(text.slice(0, longest));
  if (!/\p{L}[\p{L}\p{M}]/u.test(looked)) return null;
  const script = languageOfScript(looked);
  if (script !== null) return { language: script, confidence: 0.97 };
  const spoken = [...new Set(candidates.map(languageOf))];
  const greeting = languageOfGreeting(wordForm(looked).replace(/[^\p{L}\p{M}]+/gu, ''), spoken);
  if (greeting !== null) return { language: greeting, confidence: greetingConfidence };
  const scores: Scores = new Map();
  countWords(looked, scores);
  const known = new Set(scores.keys());
  if (scores.size === 0 && looked.length >= lettersForWorld) return bestOfWorld(looked, spoken);
  countHabits(looked, scores);
  if (!isDecided(scores)) countTrigrams(looked, [...new Set([...Object.keys(closedWords), ...spoken])], scores);
  for (const language of spoken) add(scores, language, spokenWeight);
  const found = best(scores);
  return known.has(found.language) ? found : { ...found, confidence: Math.min(found.confidence, surestOfSpelling) };
};
