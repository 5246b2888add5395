import { normalise } from '../understanding/normalise.ts';
import { languageOf, wordsOf } from '../understanding/words.ts';

/** What a language is also called, beside the names that Intl knows of it. */
const otherNames: Readonly<Record<string, string>> = {
  en: 'inglish angrezi angreji inglesa englische إنجليزي انجليزي انجليزية انكليزي انكليزية इंग्लिश इंगलिश अंग्रेज़ी अंग्रेजी',
  es: 'castellano castelhano espanhola espanola spanische kastilisch सपेनिश स्पैनिश إسباني اسباني اسبانية',
  pt: 'brasileiro brasileira brazilian portuguesa portugues portugiesische पोर्तुगीज़ برتغالي برتغالية',
  de: 'alemana alema deutsche deutsches german जर्मन ألماني الماني المانية',
  hi: 'hindi hindhi indio hinglish हिंदी हिन्दी هندي هندية',
  ar: 'arabi arbi arabe arabische عربي عربية अरबी',
};

/** Words around a language's name that ask for it, and for nothing else. */
const asking = new Set(
  [
    'please pls plz can could would will may you u i we do speak talk write reply answer respond switch change use prefer want need like rather continue chat text to in into with me my it the language only now back let us lets hi hello hey sorry ok is possible',
    'puedes puede podrias podria podemos hablar habla hablas hable hablame escribir escribe escribes escriba escribeme responde responder respondeme contesta contestar contestame cambia cambiar cambie en por favor porfa a al idioma me quiero prefiero conmigo mejor usted tu el la hola',
    'voce pode poderia podemos fala falar fale falam escrever escreve escreva responder responde responda em muda mudar mude para pra o idioma quero prefiro comigo melhor ola oi',
    'bitte antworte antworten auf sprich sprichst spreche sprechen sprecht sie du ihr kannst konnen konnt konnten konntest kann ich wir schreib schreibe schreiben schreibst rede reden mit mir zu nach wechsle wechseln lieber weiter sprache hallo uns',
    'kya aap tum me mein mai main bolo boliye bole bol bolte baat bat karo kariye kijiye kare karein karte kar likho likhiye likhe jawab do dijiye de sakte sakti ho hai hain mujhse mujse se kripya bhasha namaste',
    'क्या आप तुम में मे बोलो बोलिए बोलें बोल बोलते बात करो करिए कीजिए करें करते कर लिखो लिखिए लिखें जवाब दो दीजिए दें सकते सकती हो है हैं मुझसे से कृपया प्लीज़ भाषा नमस्ते',
    'تكلم تكلمي تكلموا تحدث تحدثي اكتب اكتبي رد ردي اجب أجب جاوب جاوبني كلمني هل تتكلم تتكلمي تتكلمون تتحدث تتحدثون تحكي احكي نحكي نتكلم نتحدث يمكنك يمكن ممكن تقدر ان باللغة اللغة إلى من فضلك لو سمحت معي بدي أريد غير حول خلينا مرحبا',
  ]
    .join(' ')
    .split(' ')
    .map(normalise),
);

type Names = ReadonlyMap<string, string>;
const namesOf = new WeakMap<readonly string[], Names>();

/** Normalised name → the shop's language that it names, in every language that the shop speaks. */
function namesIn(languages: readonly string[]): Names {
  const known = namesOf.get(languages) ?? new Map(languages.flatMap((locale) => namesOfOne(locale, languages)));
  namesOf.set(languages, known);
  return known;
}

function namesOfOne(locale: string, languages: readonly string[]): readonly (readonly [string, string])[] {
  const language = languageOf(locale);
  const told = ['en', ...languages].flatMap((own) => {
    const name = new Intl.DisplayNames([own], { type: 'language' }).of(language);
    return name === undefined ? [] : [name];
  });
  return [...told, ...(otherNames[language] ?? '').split(' ')]
    .map((name) => withoutArticle(normalise(name)))
    .filter((name) => name !== '')
    .map((name) => [name, locale]);
}

/** "بالعربية", "للعربية", "العربية": what is named, without what is written in one with it. */
function withoutArticle(name: string): string {
  return name.replace(/^(?:ب?ال|لل)(?=\p{L}{3})/u, '');
}

export interface AskedLanguage {
  /** One of the shop's. */
  readonly locale: string;
  /** Nothing but its name was said. */
  readonly bare: boolean;
}

const mostWords = 10;

/**
 * The language of the shop that a message asks for, and for nothing else: "english please", "puedes hablar en español?", "deutsch".
 * Null for all others: "english breakfast tea", "i do not speak english".
 */
export function askedLanguage(text: string, languages: readonly string[]): AskedLanguage | null {
  const words = wordsOf(text.slice(0, 200)).map((word) => normalise(word.text));
  if (words.length === 0 || words.length > mostWords) return null;
  const names = namesIn(languages);
  const named = (word: string): string | undefined => names.get(withoutArticle(word));
  const [locale, ...others] = new Set(words.flatMap((word) => named(word) ?? []));
  if (locale === undefined || others.length > 0) return null;
  const isAsked = words.every((word) => asking.has(word) || named(word) !== undefined);
  return isAsked ? { locale, bare: words.length === 1 } : null;
}
