/** A normalised word or phrase that starts a flow wherever it stands. */
export interface WordTrigger {
  readonly flow: string;
  readonly phrase: string;
}

export interface WordHit {
  readonly flow: string;
  readonly confidence: number;
}

/** A word somewhere in a sentence; the whole message being the word adds up to 0.2. */
const containedConfidence = 0.75;
const wholeBonus = 0.2;
/** Scripts written without spaces have no whole words to look for. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

const contains = (text: string, phrase: string): boolean =>
  unspaced.test(phrase) ? text.includes(phrase) : ` ${text} `.includes(` ${phrase} `);

const firstWord = (phrase: string): string => phrase.split(' ', 1)[0] ?? '';

/** Finds triggers by their first word, so that a hundred flows cost as much as the message is long. */
export const createWordFinder = (triggers: readonly WordTrigger[]): ((text: string) => readonly WordHit[]) => {
  const usable = triggers.filter(({ phrase }) => phrase !== '');
  const loose = usable.filter(({ phrase }) => unspaced.test(phrase) || !/[\p{L}\p{N}]/u.test(phrase));
  const byFirst = new Map<string, WordTrigger[]>();
  for (const trigger of usable.filter((one) => !loose.includes(one))) {
    const key = firstWord(trigger.phrase);
    byFirst.set(key, [...(byFirst.get(key) ?? []), trigger]);
  }
  if (usable.length === 0) return () => [];
  return (text) =>
    [...new Set(text.split(' '))]
      .flatMap((word) => byFirst.get(word) ?? [])
      .concat(loose)
      .filter(({ phrase }) =>
        loose.length > 0 && !/[\p{L}\p{N}]/u.test(phrase) ? text.includes(phrase) : contains(text, phrase),
      )
      .map(({ flow, phrase }) => ({
        flow,
        confidence: containedConfidence + wholeBonus * (phrase.length / text.length) ** 2,
      }));
};
