import { normalise } from './normalise.ts';
import { readYesNo } from './slots/yes-no.ts';
import { withoutSmallTalk } from './small-talk.ts';

/** `off`: it is to be cancelled. `kept`: it is not. */
export type CallingOff = 'off' | 'kept';

const forms = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')).map(normalise));

/** In the Latin script by their stems: "cancelarlo", "cancele", "storniere", "anular". */
const offStem = /^(?:cancel|cancle|canel|anul|stornier|abort)/u;
const off = forms(['storno रद्द कैंसिल कैन्सल إلغاء ألغ ألغي ألغه ألغيه ألغوا ألغوه تلغ تلغي تلغه تلغيه تلغوا']);
const kept = forms([
  'keep keeping leave still',
  'mantener manten mantenlo mantenerlo conservar conservarlo dejar deja dejalo dejarlo',
  'manter mantem mantenha deixa deixar deixe ficar',
  'behalten behalte behalt lassen lass',
  'रहने रखें रखो रखना rehne rakho rakhna',
  'إبقاء الإبقاء أبق أبقه أبقي اترك اتركه احتفظ الاحتفاظ',
]);
const negations = forms(['no not dont never não nao nicht kein keine nein nunca नहीं नही मत nahi nahin mat لا']);
/** What is called off, where it is named. */
const things = forms([
  'order orders purchase pedido pedidos compra encomenda bestellung auftrag kauf ऑर्डर आर्डर الطلب طلبي طلب الطلبية طلبيتي',
]);
/** With these a question asks us to do it. */
const asksUs = forms(['can could puedes puede podrias pode podes poderia kannst könnt können könntest सकते ممكن يمكنك']);
const fillers = forms([
  'i it this that them the my mine a to and want wanna need like would id ill lets do go ahead just now all everything you u me for as is so wait actually',
  'changed change have ive mind please pls',
  'yo lo la el los las mi quiero quisiera eso esto este esta todo por favor me como esta ya',
  'cambiado cambie he de idea opinion',
  'eu o a os as meu minha isso isto este esta quero tudo pra mudei ideia opiniao fica como está',
  'die das es sie den dem mein meine meinen bitte ich will möchte doch jetzt alles so wie ist diese diesen',
  'मेरा मेरी मेरे को करें करो कर दो दें दीजिए कीजिए करना है चाहता चाहती हूँ यह इसे mera meri ko karo kar do dijiye kijiye karna hai yeh ise',
  'هذا هذه ذلك أريد اريد أود أن على كما هو هي لي',
]);

const mostWords = 10;

/** "Yes, cancel my order", "please don't cancel it", "no, keep it": nothing else is said. */
export function readCallingOff(text: string): CallingOff | null {
  const words = wordsIn(text);
  if (words.length > mostWords || (/[?？؟]/u.test(text) && !words.some((word) => asksUs.has(word)))) return null;
  if (!words.every(isKnown)) return null;
  const isNegated = words.some((word) => negations.has(word));
  const isKept = words.some((word) => kept.has(word));
  if (words.some(callsOff)) return isNegated ? 'kept' : isKept ? null : 'off';
  return isKept && !words.some(forbids) ? 'kept' : null;
}

/** "Just cancel it", where what is meant by it has to be told from what was said before. */
export function isBareCallingOff(text: string): boolean {
  return readCallingOff(text) === 'off' && !wordsIn(text).some((word) => things.has(word));
}

function wordsIn(text: string): readonly string[] {
  return normalise(withoutSmallTalk(text) || text).split(' ');
}

function callsOff(word: string): boolean {
  return offStem.test(word) || off.has(word);
}

/** "No, keep it" keeps it; "do not keep it" does not say what else. */
function forbids(word: string): boolean {
  return negations.has(word) && readYesNo(word).result !== 'value';
}

function isKnown(word: string): boolean {
  return (
    callsOff(word) ||
    [kept, negations, things, asksUs, fillers].some((known) => known.has(word)) ||
    readYesNo(word).result === 'value'
  );
}
