import { emojiValues } from './emoji.ts';
import { productValues } from './english-product-values.ts';
import { values } from './english-values.ts';
import { weights } from './english-weights.ts';
import { type Hearing, hear, type WordLists } from './hearing.ts';

const negations =
  'no not never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint hardly barely rarely scarcely lacks lacking lack';

const degrees = {
  0.35: 'extremely incredibly',
  0.3: 'very really absolutely totally super highly completely',
  0.25: 'so',
  0.2: 'most',
  0.1: 'too pretty quite',
  '-0.1': 'fairly',
  '-0.2': 'bit kinda almost',
  '-0.25': 'little',
  '-0.3': 'somewhat slightly',
};

/** `{ 2: 'good fine' }` as a map from each word to its number. */
export function byWord(byNumber: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(byNumber).flatMap(([number, words]) =>
      words.split(' ').map((word) => [word, Number(number)] as const),
    ),
  );
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export const englishLists: WordLists = {
  values: new Map([...emojiValues, ...byWord(values), ...byWord(productValues)]),
  negations: wordSet(negations),
  degrees: byWord(degrees),
  turns: wordSet('but however although'),
};

/** What a rating is reckoned from: a linear sum, so that each word's part in it can be told. */
export type Features = ReadonlyMap<string, number>;

/** A word negated is another word: `not~good`. Names of what is no word begin with `#`. */
export function englishFeatures(text: string): Features {
  return featuresOf(hear(text, englishLists));
}

/** Long texts say each word with less weight: by the square root of their length, which measured best. */
function featuresOf(hearing: Hearing): Features {
  const found = new Map<string, number>(hearing.marks);
  for (const { word, negated } of hearing.words) {
    const name = negated ? `not~${word}` : word;
    found.set(name, Math.min(2, (found.get(name) ?? 0) + 1));
  }
  let squares = 0;
  for (const times of found.values()) squares += times * times;
  const length = Math.max(1, squares) ** 0.25;
  for (const [name, times] of found) found.set(name, times / length);
  for (const [name, size] of wholeText(hearing)) found.set(name, size);
  return found;
}

function wholeText({ words, shouted, good, bad }: Hearing): readonly (readonly [string, number])[] {
  return [
    ['#always', 1],
    ['#values', 3 * damped(good + bad)],
    ['#good', 3 * damped(good)],
    ['#bad', 3 * damped(bad)],
    ['#capitals', 0.3 * Math.min(shouted, 3)],
    ['#silent', words.every(({ value }) => value === null) ? 1.5 : 0],
  ];
}

/** A sum of word values becomes −1 to 1, as in VADER (Hutto & Gilbert, 2014). */
export function damped(sum: number): number {
  return sum / Math.sqrt(sum * sum + 15);
}

/** Weights as they are shipped: what each feature adds to a rating. */
export type Weights = ReadonlyMap<string, number>;

const shipped: Weights = byWord(weights);

/** How twenty people would rate it, −4 to 4, as far as the words tell. */
export function englishRating(features: Features, by: Weights = shipped): number {
  let rating = 0;
  for (const [name, size] of features) rating += (by.get(name) ?? 0) * size;
  return rating;
}

/** On a rating: bad up to the one, good from the other (scripts/train-sentiment.ts). */
const thresholds = { bad: -0.15, good: 0.75 };

/** How an English text sounds, −1 to 1: −0.2 and 0.2 where it begins to be bad and good. */
export function englishScore(text: string): { readonly score: number; readonly known: boolean } {
  const hearing = hear(text, englishLists);
  const middle = (thresholds.good + thresholds.bad) / 2;
  const steps = (englishRating(featuresOf(hearing)) - middle) / ((thresholds.good - thresholds.bad) / 2);
  return { score: steps / Math.sqrt(steps * steps + 24), known: hearing.words.some(({ value }) => value !== null) };
}
