import { normalise } from './normalise.ts';
import { wordsOf } from './words.ts';

/** Said before a wish. */
const before = `
hi / hi there / hi team / hi guys / hi all / hi sir / hi madam / hi maam / hello / hello there / hello team / hello sir / hello madam / helo
hey / hey there / hey guys / hey bro / hiya / yo / greetings / good morning / good afternoon / good evening / good day / gm / good morning team / good morning all
good morning sir / good morning madam / good afternoon team / good evening team
dear / dear sir / dear madam / dear team / sir / madam / maam / bro / dude
ok / okay / alright / so / well / um / uh / er / hmm / oh / ah / btw / by the way / anyway / lol / haha
please / pls / plz / kindly / excuse me / sorry / sorry to bother you / pardon / thanks / thank you / thx
how are you / how are you doing / hope you are well / hope you are doing well / i hope you are well / nice to meet you
just wondering / quick question / i have a question / i have a quick question / one question / i was wondering
hola / buenas / buenos dias / buenas tardes / buenas noches / que tal / como estas / oye / oiga / disculpa / disculpe / perdon
bueno / pues / vale / por favor / gracias / una pregunta / tengo una pregunta
ola / oi / bom dia / boa tarde / boa noite / tudo bem / e ai / opa / desculpa / desculpe / com licenca / entao / por gentileza
obrigado / obrigada / uma pergunta / tenho uma pergunta
hallo / hallo zusammen / guten tag / guten morgen / guten abend / moin / servus / gruss gott / na / entschuldigung / entschuldigen sie
also / bitte / danke / eine frage / kurze frage / ich habe eine frage / ich hatte eine frage
नमस्ते / नमस्कार / हेलो / हाय / हैलो / सुनिए / कृपया / माफ कीजिए / भाई / सर / मैडम / अच्छा / धन्यवाद / एक सवाल है / राम राम
namaste / namaskar / namaskaram / suniye / suno / sunno / kripya / bhai / bhaiya / arre / are bhai / accha / acha / ji / haan ji / ram ram / salam
السلام عليكم / سلام عليكم / وعليكم السلام / مرحبا / اهلا / أهلا / أهلا وسهلا / اهلا وسهلا / صباح الخير / مساء الخير / هلا / سلام
لو سمحت / لو سمحتم / من فضلك / من فضلكم / رجاء / عفوا / معذرة / طيب / شكرا / كيف حالك / يا اخي / عندي سؤال / لدي سؤال
`;

/** Said after a wish. */
const after = `
please / pls / plz / thanks / thanks a lot / many thanks / thank you / thank you so much / thank you very much / thx / ty / tysm / cheers
thanks in advance / thank you in advance / lol / haha / sir / madam / maam / bro / dude
por favor / porfa / gracias / muchas gracias / de antemano gracias
obrigado / obrigada / muito obrigado / muito obrigada / valeu / por gentileza
bitte / danke / danke schon / vielen dank / lg / mfg
कृपया / धन्यवाद / शुक्रिया / प्लीज / प्लीज़ / भाई / सर / जी / kripya / dhanyavad / shukriya / bhai / bhaiya / ji
من فضلك / من فضلكم / لو سمحت / لو سمحتم / شكرا / شكرا لك / شكرا جزيلا / رجاء
`;

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const phrasesOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/[\n/]/u)
    .map((line) => normalise(line.trim()))
    .filter((line) => line !== '')
    .map((line) => line.split(' '));

const keyedBy = (text: string, place: 0 | -1): Phrases => {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const phrase of phrasesOf(text)) {
    const key = phrase.at(place) ?? '';
    phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
  }
  // Longest first: "hi there" before "hi".
  for (const list of phrases.values()) list.sort((one, other) => other.length - one.length);
  return phrases;
};

const leading = keyedBy(before, 0);
const trailing = keyedBy(after, -1);

const longest = 1000;

const isAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  at >= 0 && phrase.every((word, offset) => words[at + offset] === word);

const skipLeading = (words: readonly string[]): number => {
  let at = 0;
  for (;;) {
    const found = leading.get(words[at] ?? '')?.find((phrase) => isAt(words, at, phrase));
    if (!found) return at;
    at += found.length;
  }
};

const skipTrailing = (words: readonly string[], from: number): number => {
  let end = words.length;
  for (;;) {
    const found = trailing.get(words[end - 1] ?? '')?.find((phrase) => isAt(words, end - phrase.length, phrase));
    if (!found || end - found.length < from) return end;
    end -= found.length;
  }
};

/**
 * The wish in a message, as written: without the greeting, the fillers and the courtesies around it. A message that is
 * nothing else comes back whole.
 */
export const withoutSmallTalk = (text: string): string => {
  const looked = text.slice(0, longest);
  const found = wordsOf(looked);
  const words = found.map((word) => normalise(word.text));
  const from = skipLeading(words);
  if (from === words.length) return text;
  const to = skipTrailing(words, from);
  if (from === 0 && to === words.length) return text;
  if (from === to) return text;
  const start = from === 0 ? 0 : (found[from - 1]?.end ?? 0);
  const end = to === words.length ? text.length : (found[to]?.start ?? text.length);
  const wish = text.slice(start, end).trim();
  const opened = from === 0 ? wish : wish.replace(/^[\s,;:.!?…–)'’\p{Extended_Pictographic}-]+/u, '');
  return to === words.length ? opened : opened.replace(/[\s,;:.!…–-]{1,20}$/u, '');
};

/** Whether there is nothing but greetings, fillers and courtesies. */
export const isSmallTalk = (text: string): boolean => {
  const words = wordsOf(text.slice(0, longest)).map((word) => normalise(word.text));
  const from = skipLeading(words);
  return words.length > 0 && (from === words.length || skipTrailing(words, from) === from);
};
