import { readGlobalCommand } from './global-commands.ts';
import { foldCase, longestReadable } from './normalise.ts';
import { readYesNo } from './slots/yes-no.ts';
import { languageOf, wordsOf } from './words.ts';

interface CorrectionForms {
  /** Takes back what was said: something must follow after a comma or another opening. */
  readonly denial: string;
  /** Announces the right value by itself. */
  readonly opening: string;
  /** Between the wrong value and the right one, after a denial ("not M but L"). */
  readonly contrast: string;
  /** After the value: "the red one instead". */
  readonly closing: string;
  /** What follows a denial without being a value: "no problem", "sorry, I don't know". */
  readonly noValue: string;
}

const en: CorrectionForms = {
  denial: 'no|nope|nah|sorry|oops|whoops|wait|hold on|hang on|not that|not that one|my mistake|my bad|wrong|correction',
  opening:
    "actually|i meant|i mean|i said|make it|make that|make this|change it to|change that to|change to|switch it to|switch to|rather|instead|i'd rather have|i'd rather|it should be|should be|it's actually|i actually want|i actually meant|what i meant was",
  contrast: 'not',
  closing: 'instead|rather|i meant|i mean|actually|please|sorry',
  noValue:
    "problem|problems|worries|idea|clue|need|way|one|thanks|thank you|matter|rush|more|i don't|i do not|i didn't|i can't|i won't|i'm not|don't|do not|what|why|who|how|when|where|is|are|can|could|do|does|what's|a minute|a second|for|about|i'm",
};

const es: CorrectionForms = {
  denial: 'no|perdon|perdona|espera|disculpa|ese no|me equivoque',
  opening: 'en realidad|quise decir|queria decir|quiero decir|mejor|mas bien|que sean|que sea|cambialo a|cambia a|digo',
  contrast: 'no',
  closing: 'mejor|en su lugar|quise decir|perdon|por favor',
  noValue: 'gracias|hay|problema|importa|se|quiero|entiendo|que|por|como|cuando|donde|puedo|pasa',
};

const pt: CorrectionForms = {
  denial: 'nao|desculpa|desculpe|espera|perai|esse nao|errei',
  opening: 'na verdade|quis dizer|quero dizer|eu quis dizer|melhor|alias|muda para|mude para|troca para|digo',
  contrast: 'nao',
  closing: 'em vez disso|quis dizer|desculpa|por favor',
  noValue: 'obrigado|obrigada|ha|tem|problema|importa|sei|quero|entendi|entendo|que|por|como|quando|onde|posso',
};

const de: CorrectionForms = {
  denial: 'nein|ne|sorry|entschuldigung|moment|warte|halt|falsch|nicht das',
  opening: 'eigentlich|ich meinte|ich meine|doch lieber|lieber|doch|mach|mach daraus|andere es auf|besser|ich wollte',
  contrast: 'nicht',
  closing: 'stattdessen|lieber|meinte ich|bitte|sorry',
  noValue: 'danke|problem|kein|ich weiss|ich will|ich verstehe|ich mochte nicht|was|wie|warum|wo|wann|wer|kann|ist',
};

/** In letters that folding would change in length: written as people write them, with and without their marks. */
const hi: CorrectionForms = {
  denial: 'नहीं|नही|माफ़ कीजिए|माफ कीजिए|सॉरी|रुको|रुकिए|ग़लत|गलत|nahi|nahin|galat|sorry|ruko',
  opening: 'मेरा मतलब है|मेरा मतलब|मतलब|असल में|इसके बजाय|उसकी जगह|mera matlab hai|mera matlab|matlab|asal me|uski jagah',
  contrast: 'not',
  closing: 'कर दो|कर दें|कर दीजिए|कृपया|प्लीज़|kar do|please',
  noValue:
    'धन्यवाद|शुक्रिया|चाहिए|पता|मालूम|क्या|क्यों|कैसे|कब|कहाँ|कौन|मुझे|मैं|है|समझ|dhanyavad|shukriya|chahiye|pata|kya|kyon|kaise|kab|kahan|mujhe|main|samajh',
};

const ar: CorrectionForms = {
  denial: 'لا|كلا|عذرًا|عذرا|آسف|اسف|آسفة|لحظة|انتظر|خطأ|ليس هذا|مو هذا|مش هذا',
  opening:
    'أقصد|اقصد|قصدي|أعني|بل|في الحقيقة|في الواقع|الأفضل|الافضل|غيّره إلى|غيره إلى|غيرها إلى|اجعله|اجعلها|خليه|خليها',
  contrast: 'ليس|مو|مش',
  closing: 'بدلًا من ذلك|بدلا من ذلك|من فضلك|لو سمحت',
  noValue:
    'شكرًا|شكرا|أعرف|اعرف|أعلم|أريد|اريد|أفهم|مشكلة|بأس|يوجد|يهم|داعي|ما|ماذا|كيف|متى|أين|وين|هل|لماذا|كم|يمكن|أستطيع',
};

interface CompiledForms {
  readonly denial: RegExp;
  readonly opening: RegExp;
  readonly contrast: RegExp;
  readonly closing: RegExp;
  readonly noValue: RegExp;
}

const any = (forms: readonly CorrectionForms[], part: keyof CorrectionForms): string =>
  forms.map((one) => one[part]).join('|');

const compile = (forms: readonly CorrectionForms[]): CompiledForms => ({
  denial: new RegExp(
    `^(?:${any(forms, 'denial')})(?:\\s*[,،.;:!।…—–-]+\\s*|(?=\\s+(?:${any(forms, 'denial')}|${any(forms, 'opening')})(?![\\p{L}\\p{M}\\p{N}]))\\s+)`,
    'u',
  ),
  opening: new RegExp(`^(?:${any(forms, 'opening')})(?:\\s*[,،:;…—–-]+\\s*|\\s+)`),
  contrast: new RegExp(
    `^(?:${any(forms, 'contrast')})\\s+([^,;]{1,60}?)(?:\\s*[,;]\\s*(?:but\\s+|sondern\\s+|sino\\s+|mas\\s+|sim\\s+)?|\\s+(?:but|sondern|sino|mas sim)\\s+)(?=\\S)`,
  ),
  closing: new RegExp(`(?<=\\S)[\\s,،]+(?:${any(forms, 'closing')})[\\s.!]*$`),
  noValue: new RegExp(`^(?:${any(forms, 'noValue')})(?![\\p{L}\\p{N}])`, 'u'),
});

const english = compile([en]);
const byLanguage: ReadonlyMap<string, CompiledForms> = new Map([
  ['es', compile([es, en])],
  ['pt', compile([pt, en])],
  ['de', compile([de, en])],
  ['hi', compile([hi, en])],
  ['ar', compile([ar, en])],
]);

const mostOpenings = 4;
/** Only a message's end is searched for a closing word: it keeps the cost flat. */
const longestClosing = 40;

/** Folding may change a text's length (ligatures, Korean); such a text is matched as written. */
const foldedInPlace = (text: string): string => {
  const folded = foldCase(text).replace(/[’‘`´]/g, "'");
  return folded.length === text.length ? folded : text.toLowerCase().slice(0, text.length);
};

interface Opened {
  readonly rest: string;
  readonly announced: boolean;
  readonly denied: boolean;
}

const open = (text: string, forms: CompiledForms): Opened => {
  let opened: Opened = { rest: text, announced: false, denied: false };
  for (let round = 0; round < mostOpenings; round += 1) {
    const folded = foldedInPlace(opened.rest);
    const announced = forms.opening.exec(folded)?.[0];
    const denied = forms.denial.exec(folded)?.[0] ?? forms.contrast.exec(folded)?.[0];
    const cut = announced ?? denied;
    if (cut === undefined || cut.length >= opened.rest.length) break;
    opened = {
      rest: opened.rest.slice(cut.length),
      announced: opened.announced || announced !== undefined,
      denied: opened.denied || denied !== undefined,
    };
  }
  return opened;
};

const closed = (text: string, forms: CompiledForms): string => {
  const from = Math.max(0, text.length - longestClosing);
  const tail = forms.closing.exec(foldedInPlace(text.slice(from)));
  return (tail === null ? text : text.slice(0, from + tail.index)).trim();
};

/** Only a clear announcement may be followed by yes or no: "actually yes" corrects, "no, no thanks" refuses. */
const isValue = (opened: Opened, rest: string, locale: string, forms: CompiledForms): boolean => {
  if (wordsOf(rest).length === 0 || /[?¿？]/u.test(rest)) return false;
  if (opened.announced) return readGlobalCommand(rest, locale) === null;
  return (
    !forms.noValue.test(foldedInPlace(rest)) &&
    readYesNo(rest).result === 'unreadable' &&
    readGlobalCommand(rest, locale) === null
  );
};

/**
 * The value with which a shopper takes back the last one: "no, blue" → `blue`, "not M, L" → `L`. Null for a plain no, for thanks,
 * for questions and commands. Whether `rest` fits the slot is for the slot's reader to say.
 */
export const readCorrection = (text: string, locale: string): { readonly rest: string } | null => {
  const written = text.trim();
  if (written.length > longestReadable) return null;
  const forms = byLanguage.get(languageOf(locale)) ?? english;
  const opened = open(written, forms);
  const rest = closed(opened.rest, forms);
  const closes = /\b(?:instead|stattdessen)[\s.!]*$/i.test(written.slice(-longestClosing)) && rest !== written;
  if (!opened.announced && !opened.denied && !closes) return null;
  return isValue(opened, rest, locale, forms) ? { rest } : null;
};
