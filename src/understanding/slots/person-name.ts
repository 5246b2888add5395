import { isSentence } from '../sentence.ts';
import { wordsOf } from '../words.ts';

const lead =
  /^(?:(?:hi|hello|hey|hola|hallo|olá|oi|yes|ok|okay|sure)[\s,.!]+)?(?:(?:my|the) (?:full )?name(?:['’]?s| is| should be)?|name(?: is)?|i['’]?m|i am|it['’]?s|it is|this is|call me|(?:mi|el) nombre es|me llamo|soy|ich heiße|ich bin|mein name ist|(?:o )?meu nome é|me chamo|eu sou|sou|मेरा नाम|mera naam|اسمي|انا)[\s:,.-]+/iu;
const tail = /[\s,.!]+(?:please|pls|thanks|thank you|bitte|danke|gracias|por favor|obrigad[oa]|है|hai)[\s.!]*$/iu;
/** Said instead of a name: "I have no email", "no name", "why do you ask". */
const noNames =
  /(?<![\p{L}])(?:no|not|none|nope|dont|don['’]t|without|any|have|email|e-?mail|mail|phone|number|name|address|order|later|skip|nothing|never|same|before|yes|yeah|ok|okay|sure|thanks?|hello|help|cancel|stop|why|nein|kein|keine|danke|ja|sí|gracias|nada|ninguno|não|nenhum|obrigad[oa])(?![\p{L}])/iu;
const longest = 100;
const mostWords = 6;

/** What a courier can call somebody: letters, at most six words, and neither a question nor a sentence. Null when it is something else. */
export function readPersonName(text: string): string | null {
  const said = text.trim();
  const led = lead.test(said);
  const name = said
    .replace(lead, '')
    .replace(tail, '')
    .replace(/^[\s.:-]+|[\s.,;:!-]+$/gu, '')
    .replace(/\s+/gu, ' ');
  if (name.length > longest || !/^\p{L}[\p{L}\p{M}'’. -]*$/u.test(name) || !/\p{L}[\p{L}\p{M}]/u.test(name))
    return null;
  if (wordsOf(name).length > mostWords || noNames.test(name)) return null;
  if (/^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?: |$)){2,3}$/u.test(name)) return name;
  return !led && isSentence(said) ? null : isSentence(name) && wordsOf(name).length > 2 ? null : name;
}
