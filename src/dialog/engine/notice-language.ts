import { languageOfScript } from '../../understanding/intents/scripts.ts';
import { type DetectedLanguage, detectLanguage } from '../../understanding/language.ts';
import { isSentence } from '../../understanding/sentence.ts';
import { languageOf } from '../../understanding/words.ts';
import { languageChoice } from '../languages.ts';
import { advance } from './advance.ts';
import { speak } from './choose-language.ts';
import { interrupt } from './flows.ts';
import { waitingStep } from './misunderstood.ts';
import { localeOf, type Turn } from './turn.ts';

/** How sure a message has to be of its language for Parley to follow it; measured on short messages (decision 30). */
const sure = { oneWord: 0.75, thing: 0.85, words: 0.7, plainly: 0.8 } as const;
/** From here on it is worth a question, where it is a sentence. */
const doubtful = 0.55;
const wordsOfSentence = 3;

/** Follows the shopper into their language. True: it has changed. What they chose themselves stays. */
export function noticeLanguage(turn: Turn, text: string): boolean {
  const { languages } = turn.book;
  if (languages.length < 2 || turn.language === 'chosen' || !isWritten(text)) return false;
  const heard = detectLanguage(text, languages);
  const locale = languages.find((one) => languageOf(one) === heard?.language);
  if (!heard || locale === undefined || heard.language === languageOf(localeOf(turn))) return false;
  if (isSure(turn, text, heard)) {
    speak(turn, locale);
    turn.language = 'heard';
    return true;
  }
  if (mayDoubt(turn) && heard.confidence >= doubtful && isSentence(text)) doubt(turn, locale);
  return false;
}

/** Rather words than figures, signs or a file's bytes. */
function isWritten(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  return letters >= leastWritten * text.length;
}

const leastWritten = 0.7;

/**
 * Names and addresses are answers in no language; and who has been heard before is not lost for a thing's name. Letters that the
 * conversation's language is not written in leave no doubt.
 */
function isSure(turn: Turn, text: string, { confidence }: DetectedLanguage): boolean {
  if (languageOfScript(text) !== null) return true;
  if (isKnown(turn) || waitingStep(turn)?.kind === 'ask') return confidence >= sure.plainly && isPlain(text);
  return confidence >= leastFor(text);
}

/** Two words that name a thing may be of two languages: "warm hoodie", "linen hose". */
function leastFor(text: string): number {
  const words = wordsIn(text);
  if (words === 1) return sure.oneWord;
  return words < wordsOfSentence && !isSentence(text) ? sure.thing : sure.words;
}

/** Heard already, or told by the platform. */
function isKnown({ language, locale }: Turn): boolean {
  return language === 'heard' || language === 'asked' || (language === undefined && locale !== null);
}

/** What stands around a thing's name where it is wished for in a sentence. */
const wishing =
  /(?<!\p{L})(?:the|an?|looking|el|los|las|una?|busco|os|uma?|procuro|der|die|das|den|eine?n?|suche)(?!\p{L})/iu;

function isPlain(text: string): boolean {
  return wordsIn(text) >= wordsOfSentence && (isSentence(text) || wishing.test(text));
}

function mayDoubt(turn: Turn): boolean {
  return turn.language === undefined && turn.locale === null && waitingStep(turn)?.kind !== 'ask';
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
}

function doubt(turn: Turn, locale: string): void {
  turn.language = 'doubted';
  turn.doubted = locale;
}

/** Once, when what was wanted has been answered: which of two languages it shall be. */
export function askLanguage(turn: Turn): void {
  if (turn.language !== 'doubted' || turn.awaiting !== null) return;
  turn.language = 'asked';
  const flow = turn.book.moments.get('another language');
  if (flow === undefined || turn.doubted === null || turn.handoffSince !== null) return;
  const { locale: shopLocale } = turn.book.shop;
  const stay = turn.book.languages.find((one) => languageOf(one) === languageOf(localeOf(turn))) ?? shopLocale;
  interrupt(turn, {
    flow,
    slots: { language: { ...languageChoice(turn.doubted, shopLocale), now: languageChoice(stay, shopLocale) } },
    given: {},
  });
  advance(turn);
}
