/** What a language needs for its words to be weighed. Words are as `plainWord` makes them. */
export interface WordLists {
  /** How a word sounds by itself, −4 to 4. */
  readonly values: ReadonlyMap<string, number>;
  /** Turn what follows round: "not good". */
  readonly negations: ReadonlySet<string>;
  /** Make the next word stronger (above 0) or weaker: "very", "slightly". */
  readonly degrees: ReadonlyMap<string, number>;
  /** What is said after them counts more than what is said before: "good, but dear". */
  readonly turns: ReadonlySet<string>;
  /** What negations turn round instead: "no me gusta" has them before, Hindi's "अच्छा नहीं" after the word. */
  readonly negatesBefore?: boolean;
}

export interface HeardWord {
  readonly word: string;
  readonly negated: boolean;
  /** With what was said around it; `null` when the word says nothing by itself. */
  readonly value: number | null;
}

export interface Hearing {
  readonly words: readonly HeardWord[];
  /** `!`, `?`, and `!+`, `?+` for several at once: how often. */
  readonly marks: ReadonlyMap<string, number>;
  /** Words of three letters and more in capitals. */
  readonly shouted: number;
  /** Sum of what is good and of what is bad. */
  readonly good: number;
  readonly bad: number;
}

const pieces =
  /@\w+|https?:\S+|[:;=8xX][-o^']?[)(DPp\][/\\|*3]+(?!\w)|<3|\p{Extended_Pictographic}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[!?¡¿؟]+|[.,;:()،।]/gu;

/** "No thanks" refuses what was offered and is no less polite for it: no negation reaches these. */
const thanks = new Set('thanks thank thx ty tysm cheers gracias obrigado obrigada danke dank'.split(' '));
/** How many words a negation reaches. */
const reach = 4;
/** "Not good" is less bad than "bad": Hutto & Gilbert, 2014, section 3.3. */
const turned = -0.74;

/** Lower case, without accents where the script is Latin, and with letters that are drawn out said twice at most. */
export function plainWord(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const plain = /\p{Script=Latin}/u.test(lower) ? plainLatin(lower) : plainLetters(lower);
  return plain.replace(/(.)\1{2,}/gu, '$1$1');
}

function plainLatin(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss');
}

/**
 * Arabic without vowel signs and with one of the forms of alef, ya and ta that people write for one another; Hindi without the dots
 * that many leave out.
 */
function plainLetters(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[\u064b-\u0652\u0640\u093c]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
}

/** "والممتاز" is "ممتاز" with "and" and "the" before it. */
export function withoutArticle(word: string): string {
  return word.replace(/^[وف]?(?:ال|بال|لل|كال)(?=\p{L}{3})/u, '').replace(/^و(?=\p{L}{4})/u, '');
}

function wordValue(piece: string, word: string, { values }: WordLists): number | undefined {
  const said = values.get(word) ?? values.get(piece);
  if (said !== undefined || !/^\p{Script=Arabic}/u.test(word)) return said;
  const bare = withoutArticle(word);
  return values.get(bare) ?? values.get(bare.replace(/ا$/u, ''));
}

/** Hears a text word by word. */
export function hear(text: string, lists: WordLists): Hearing {
  const heard = createHearing(lists);
  for (const [piece] of text.matchAll(pieces)) heard.take(piece);
  return heard.done();
}

function createHearing(lists: WordLists) {
  const words: HeardWord[] = [];
  const marks = new Map<string, number>();
  let negated = 0;
  let degree = 0;
  let turn = 0;
  let shouted = 0;

  const take = (piece: string): void => {
    if (piece.startsWith('@') || piece.startsWith('http')) return;
    if (/^[.,;:()،।!?¡¿؟]+$/u.test(piece)) {
      negated = 0;
      count(marks, piece);
      return;
    }
    if (/^\p{Lu}{3,}$/u.test(piece)) shouted += 1;
    takeWord(piece);
  };
  const takeWord = (piece: string): void => {
    const word = plainWord(piece);
    if (lists.turns.has(word)) [turn, negated] = [words.length, 0];
    const said = wordValue(piece, word, lists);
    const isTurned = negated > 0 && !thanks.has(word);
    words.push({ word, negated: isTurned, value: said === undefined ? null : weigh(said, isTurned, degree) });
    degree = lists.degrees.get(word) ?? 0;
    if (!isNegation(word, lists)) negated = Math.max(0, negated - 1);
    else if (lists.negatesBefore) turnLast(words);
    else negated = reach;
  };
  const done = (): Hearing => ({ words, marks, shouted, ...sums(words, turn) });
  return { take, done };
}

function isNegation(word: string, { negations }: WordLists): boolean {
  return negations.has(word.replaceAll("'", '')) || word.endsWith("n't");
}

function count(marks: Map<string, number>, piece: string): void {
  const [first = ''] = piece.replaceAll('؟', '?');
  if (first !== '!' && first !== '?') return;
  const mark = piece.length > 1 ? `${first}+` : first;
  marks.set(mark, (marks.get(mark) ?? 0) + 1);
}

function weigh(value: number, negated: boolean, degree: number): number {
  const strong = value + Math.sign(value) * degree * 2;
  return negated ? strong * turned : strong;
}

/** Where the verb comes last, so does its negation: the nearest word with a value is meant. */
function turnLast(words: HeardWord[]): void {
  const index = words.findLastIndex(({ value }) => value !== null);
  const found = words[index];
  if (found?.value == null || words.length - index > reach) return;
  words[index] = { ...found, negated: true, value: found.value * turned };
}

function sums(words: readonly HeardWord[], turn: number): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  words.forEach(({ value }, index) => {
    if (value === null) return;
    const counted = turn === 0 ? value : value * (index < turn ? 0.5 : 1.5);
    if (counted > 0) good += counted;
    else bad += counted;
  });
  return { good, bad };
}
