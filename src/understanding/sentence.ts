import { normalise } from './normalise.ts';
import { plainVocabulary } from './wish/plain-vocabulary.ts';
import { readWish } from './wish/read-wish.ts';

/** Words that make a sentence of what would else be a thing's name: verbs, persons, question words. Normalised: no doubled letters. */
const sentenceWords = new Set(
  [
    'i me my you u ur your we he she they it this that those these',
    'is are am was were be do does did can could would should will may might have has had get got give make want need like know think help tell work works fit fits recommend suggest go goes come send ship return',
    'what which who when where why how whats hows wheres',
    'yo tu usted me mi es son era hay puedo puede puedes pueden quiero necesito tengo tiene tienen que cual cuando donde como por quien recomiendas sirve funciona envian',
    'eu voce meu minha e sao tem tenho posso pode quero preciso qual quando onde quem serve funciona recomenda',
    'ich du mir mein ihr wir ist sind war habe habt hat kann kannst konen will brauche was welche welcher welches wer wan wo warum wie past funktioniert empfehlst',
    'मैं मुझे मेरा मेरी आप आपका है हैं था क्या कौन कब कहाँ कैसे क्यों चाहिए सकता सकते main mujhe mera meri aap hai kya kaun kab kahan kaise kyu chahiye',
    'انا أنا انت أنت هل ما ماذا من متى اين أين كيف لماذا كم اريد أريد عندي عندك لديكم يمكن ممكن',
  ]
    .join(' ')
    .split(' ')
    .map(normalise),
);

/** Rather a sentence than the name of a thing: "which of these is better for my back?", not "red mug under 20". */
export function isSentence(text: string): boolean {
  if (/[?？؟¿]/u.test(text)) return true;
  return normalise(text)
    .split(' ')
    .some((word) => sentenceWords.has(word));
}

/** With these a thing is asked for. Normalised. */
const askingWords = new Set(
  'have hav hv got want wana need nead loking look show find sel buy busco quiero quisiera necesito tienes tienen hay procuro quero preciso tem suche brauche habt gibt mochte chahiye चाहिए اريد أريد عندكم لديكم'
    .split(' ')
    .map(normalise),
);

/** "red mug", and "do u have red mugs", but not "I am so tired". */
export function asksForThing(text: string, locale: string): boolean {
  if (!isSentence(text)) return true;
  if (
    !normalise(text)
      .split(' ')
      .some((word) => askingWords.has(word))
  )
    return false;
  const thing = readWish(text, { vocabulary: plainVocabulary, exponent: 2, locale }).text;
  return thing !== '' && !isSentence(thing);
}
