import { readSlot } from '../read-slot.ts';
import { readPersonName } from '../slots/person-name.ts';
import { type FoundWords, foundAt, type Mined } from './mined.ts';
import type { WantedSlot } from './wanted-slot.ts';

const email =
  /(?:(?:my |the )?(?:e-?mail|mail)(?: address)?(?: is|:)? |(?:mein[e]? |mi |meu )?(?:e-?mail|correo|mail)(?:-adresse)?(?: ist| es| é|:)? )?(?<value>[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+\.[\p{L}-]{2,})/giu;

export function emailIn(mined: Mined): FoundWords | null {
  return valueIn(mined, email, (words) => readSlot('email', words, mined.context).result === 'value');
}

const phone =
  /(?:(?:my |the )?(?:phone|telephone|mobile|cell|contact|whatsapp|number|tel|teléfono|telefone|telefon|handynummer|nummer|número|numero)(?: number| no\.?)?(?: is| es| ist| é|:)? )?(?<value>\+?\(?\d[\d\s().-]{5,18}\d)(?!\p{N}|[-.]\p{N})/giu;

/** Numbers that a telephone could have where it is dialled. */
export function phoneIn(mined: Mined): FoundWords | null {
  return valueIn(mined, phone, (words) => readSlot('phone', words, mined.context).result === 'value');
}

const order =
  /(?:(?:my |the |mi |meine? |meu |minha )?(?:order|pedido|bestellung|encomenda|orden|ऑर्डर|طلب|الطلب)(?:\s*(?:number|no\.?|nr\.?|num|id|número|numero|nummer|नंबर|رقم))?(?:\s*(?:is|es|ist|é|:))?\s*)(?<value>#?\p{L}{0,3}-?\d{3,12})(?![\p{N}\p{L}])|(?<![\p{L}\p{N}$€£₹.,+])(?<bare>#\p{L}{0,3}\d{3,12}|\d{5,10}|\p{Lu}{1,3}-?\d{5,10})(?![\p{N}\p{L}]|[.,]\p{N}|\s?(?:\$|€|£|usd|eur|dollars))/giu;

/** A number that is called an order's, or stands alone and is long enough. */
export function orderIn(mined: Mined): FoundWords | null {
  return valueIn(mined, order, () => true);
}

/** `pattern` with the flag `g`: the first of its places that holds. */
function valueIn(mined: Mined, pattern: RegExp, holds: (words: string) => boolean): FoundWords | null {
  for (const match of mined.left.matchAll(pattern)) {
    const words = match.groups?.['value'] ?? match.groups?.['bare'];
    if (words === undefined || !holds(words)) continue;
    return { words: words.trim(), start: match.index, end: match.index + match[0].length };
  }
  return null;
}

const named =
  /(?<![\p{L}\p{M}])(?:my (?:full )?name(?:['’]?s| is)|name[:=]|i['’]?m called|call me|mi nombre es|me llamo|ich heiße|mein name ist|meu nome é|me chamo|मेरा नाम|mera naam|اسمي)\s+(?!(?:on|at|in|by|back|when|if|later|today|tomorrow|now|again|asap|before|after)(?!\p{L}))(?<value>\p{L}[\p{L}\p{M}'’. -]{1,60})/iu;
/** A name ends where the sentence goes on, or where something else was found already. */
const goesOn =
  /\s+(?:and|my|i|on|at|from|but|with|please|y|mi|und|meine?|e|meu|है|hai|و)(?![\p{L}\p{M}]).*$|[.,;!?].*$|\s{2,}.*$/isu;

/** For slots about a name: "my name is Ana Díaz and …". */
export function nameIn(mined: Mined, { slot }: WantedSlot): FoundWords | null {
  const match = /name|nombre|nome/iu.test(slot) ? named.exec(mined.left) : null;
  const value = match?.groups?.['value']?.replace(goesOn, '');
  if (match === null || value === undefined || readPersonName(value) === null) return null;
  const start = match.index + match[0].length - (match.groups?.['value']?.length ?? 0);
  const end = start + value.length;
  return { ...foundAt(mined, start, end), start: match.index };
}
