import { normalise } from '../normalise.ts';
import { type SlotReading, unreadable } from './slot-reading.ts';

/** All languages at once: shoppers mix, and no word here means yes in one and no in another. */
const yes = [
  'yes, y, yep, yeah, yea, ya, yup, yas, ye, sure, sure thing, ok, okay, k, kk, okey, fine, right, correct, exactly, absolutely, definitely, certainly, indeed',
  'of course, go ahead, do it, lets do it, sounds good, looks good, thats right, that is right, thats correct, that is correct, i do, i would, i am, it is, affirmative, agreed, i agree, confirm, confirmed, perfect, great, please do, why not, with pleasure, by all means, good, alright, all right, you bet, true, go, go for it, lets go, do that, proceed',
  'si, sip, claro, claro que si, por supuesto, vale, dale, de acuerdo, correcto, exacto, perfecto, bueno, asi es, esta bien, adelante, hazlo, pidelo, venga',
  'sim, claro que sim, com certeza, isso, isso mesmo, pode ser, certo, correto, beleza, ta, ta bom, esta bem, tudo bem, pode fazer, pode mandar, manda ver, manda, vamos',
  'ja, jo, jawohl, jap, jep, klar, na klar, sicher, natuerlich, naturlich, gern, gerne, genau, stimmt, richtig, passt, in ordnung, einverstanden, auf jeden fall, ja doch, mach, mach das, mach es, machs, los, leg los, nur zu',
  'oui, ouais, bien sur, d accord, daccord, ouaip, tout a fait, volontiers, certo che si, va bene, certamente, prego',
  'blz, beleza, fechado, pode, pode sim, quero sim, uhum, aham, jup, alles klar, machen wir',
  'हाँ, हाँ जी, जी हाँ, जी, ठीक है, ठीक, सही है, बिल्कुल, ज़रूर, अच्छा, हो जाए, कर दो, कर दीजिए, हो जाने दो, करें, करो, haan, han, haanji, haan ji, ji, ji haan, theek hai, thik hai, bilkul, accha, kar do',
  'نعم, أجل, ايوه, ايوا, اي, اه, طيب, تمام, أكيد, بالتأكيد, موافق, حسنا, صحيح, طبعا, بكل سرور, اوكي, ماشي, بلى, تفضل, يلا, توكل, اعمل ذلك',
  '👍, 👌, ✅, ✔, 🆗, 💯, 🙏',
];
const no = [
  'no, n, nope, nah, na, naw, never, not really, not now, not yet, not today, no way, no need, no thank you, no thanks, none, negative, i dont, i do not, i dont think so, dont, do not, please dont, not at all, absolutely not, of course not, its not, it is not, thats wrong, that is wrong, wrong, incorrect, nothing, false, i wouldnt, id rather not, rather not, im good, im fine',
  'no gracias, para nada, claro que no, ahora no, mejor no, todavia no, nunca, incorrecto, tampoco',
  'nao, nao obrigado, nao obrigada, agora nao, ainda nao, de jeito nenhum, nada, claro que nao, errado',
  'nein, ne, nee, nö, noe, nein danke, lieber nicht, auf keinen fall, niemals, falsch, stimmt nicht, noch nicht, jetzt nicht, keineswegs, nicht',
  'non, non merci, pas du tout, jamais, pas maintenant, no grazie, non ancora',
  'naum, nao quero, deixa pra la, nao precisa, lieber doch nicht',
  'नहीं, नही, जी नहीं, ना, अभी नहीं, बिल्कुल नहीं, ज़रूरत नहीं, रहने दो, रहने दीजिए, नहीं चाहिए, मत करो, nahi, nahin, nhi, ji nahi, abhi nahi, nahi chahiye, rehne do',
  'لا, لأ, كلا, لا شكرا, ليس الآن, لا أريد, أبدا, مو الحين, مش الان, ما أبغى, لا داعي, خطأ',
  '👎, ❌, 🚫, ✖, 🙅',
];
const filler =
  'please, pls, plz, thanks, thank you, thx, ty, sir, madam, mate, man, bro, dear, oh, um, uh, well, hmm, bitte, danke, por favor, gracias, obrigado, obrigada, pfv, कृपया, प्लीज़, धन्यवाद, शुक्रिया, ji please, من فضلك, لو سمحت, شكرا, merci, grazie, svp, s il vous plait';

type Meaning = 'yes' | 'no' | 'filler';

const entries = (lists: readonly string[], meaning: Meaning): readonly [string, Meaning][] =>
  lists.flatMap((list) => list.split(', ')).map((phrase) => [normalise(phrase), meaning]);

const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...entries([filler], 'filler'),
  ...entries(yes, 'yes'),
  ...entries(no, 'no'),
]);
const longestPhrase = 4;
const mostWords = 8;

const phraseAt = (
  words: readonly string[],
  at: number,
): { readonly meaning: Meaning; readonly next: number } | null => {
  for (let next = Math.min(words.length, at + longestPhrase); next > at; next -= 1) {
    const meaning = meanings.get(words.slice(at, next).join(' '));
    if (meaning !== undefined) return { meaning, next };
  }
  return null;
};

/** Every word has to say yes, or every word no: "yes but…" and "yeah no" are neither. */
const meaningOf = (words: readonly string[]): Meaning | null => {
  let all: Meaning = 'filler';
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    if (phrase === null || (all !== 'filler' && phrase.meaning !== 'filler' && phrase.meaning !== all)) return null;
    if (phrase.meaning !== 'filler') all = phrase.meaning;
    at = phrase.next;
  }
  return all;
};

const emojiMeaning = (text: string): Meaning | null =>
  meaningOf(
    Array.from(new Set(normalise(text.replace(/[\p{L}\p{N}\p{P}]+/gu, '')))).filter((sign) => meanings.has(sign)),
  );

/** `true` or `false`; a question or a "yes, but" is unreadable. */
export const readYesNo = (text: string): SlotReading => {
  const normal = normalise(text);
  if (/[?¿？]/u.test(text) || normal === '') return unreadable;
  const wordless = !/[\p{L}\p{N}]/u.test(normal);
  const words = normal.split(' ');
  const meaning = wordless ? emojiMeaning(text) : words.length > mostWords ? null : meaningOf(words);
  return meaning === 'yes' || meaning === 'no' ? { result: 'value', value: meaning === 'yes' } : unreadable;
};
