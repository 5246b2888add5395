import type { Claim } from './claim.ts';
import { fold } from './fold.ts';
import { speaksOf, topicPattern } from './lexicon/compiled.ts';
import type { Topic } from './lexicon/lexicon.ts';

/** What may stand before "not", between it and what is denied, and behind. All other words make it something else than a denial. */
const words = {
  not: "no not cannot can't don't isn't aren't doesn't won't unable nicht kein keine keinen keiner keinem keines nao ningun ninguna nenhum nenhuma नहीं لا ليس ليست لست لن",
  head:
    'i we you they there it this that these the a is are am have has get do does can will shipping delivery sorry unfortunately afraid ' +
    'ich wir du sie es der die das ist sind kann können darf dürfen gibt habe haben hab leider dir ihnen euch versand lieferung tut mir leid bekommst bekommen ' +
    'lo siento el la los las yo lamentablemente desgraciadamente envío entrega este esta esto eso aquí ' +
    'sinto muito desculpe infelizmente eu nós o os as frete envio isso isto ' +
    'मैं हम माफ कीजिए क्षमा करें आपको यह कोई पर इस शिपिंग डिलीवरी عذرا آسف للأسف الشحن التوصيل هذا',
  gap:
    'able allowed to give giving offer make grant provide do be have get you your a an any the that such on of ' +
    'einen ein eine dir ihnen euch auf geben gewähren anbieten machen ' +
    'puedo podemos dar darte darle ofrecer ofrecerte ofrecerle hacer hacerte hacerle un una ningún ninguna te le hay tengo tenemos es está de conceder ' +
    'posso podemos consigo oferecer lhe um uma nenhum nenhuma há tenho temos é fazer ' +
    'कोई أستطيع يمكنني يمكننا نستطيع إعطاء منح تقديم منحك إعطاءك أي يوجد توجد لدينا لدي',
  tail:
    'sorry unfortunately here on for this that it them these those you your order orders product products item items at the moment right now in chat anything ' +
    'myself shipping delivery price prices code codes of charge to either ' +
    'geben gewähren anbieten machen einräumen versprechen dir ihnen auf darauf dafür hier im leider kann können ich wir darf diesen dieses artikel produkt ' +
    'por ahora en este esta el la momento pedido producto artículo para ti usted lo siento aquí de envío ' +
    'você neste agora no produto aqui desculpe o a दे सकता सकती सकते है हैं हूं मिलेगी कर لك الآن هنا على',
  /** Languages that deny behind: "Rabatt kann ich nicht geben". */
  late: 'nicht नहीं',
  between: 'kann ich leider dir hier wir darf können gibt es auf कोई हम मैं आपको',
} as const;

type Place = keyof typeof words;

const setOf = (place: Place): ReadonlySet<string> => new Set(fold(words[place]).split(' '));
const known: Readonly<Record<Place, ReadonlySet<string>>> = {
  not: setOf('not'),
  head: setOf('head'),
  gap: setOf('gap'),
  tail: setOf('tail'),
  late: setOf('late'),
  between: setOf('between'),
};

const clauseEnd = /[,;:.!?…،؛؟।()[\]/]|\s[-–—]+\s/gu;
/** "I do not know whether it is …". */
const unsure =
  /(?:^|\s)(?:i|we) (?:(?:do not|don't|cannot|can't) (?:know|say|tell|confirm|promise)|(?:am|are) not sure)(?: you)? (?:if|whether)(?: (?:it|this|they|the|is|are|comes?|with|shipping|delivery|[\ue000-\uf8ff])){0,4} $/u;

/** Whether all that is said of a topic is denied: "I cannot give discounts", and not "I cannot resist: a discount for you". */
export function isDenied(claim: Claim, topic: Topic): boolean {
  if (speaksOf('but', claim.folded)) return false;
  const matches = [...claim.folded.matchAll(topicPattern(topic))];
  return matches.every((match) => isDeniedAt(claim, match.index, match.index + match[0].length));
}

function isDeniedAt({ folded }: Claim, at: number, end: number): boolean {
  const before = folded.slice(clauseStart(folded, at), at);
  const behind = folded.slice(end, clauseStop(folded, end));
  if (isAsked(folded)) return false;
  if (unsure.test(before)) return all(tokens(behind), 'tail');
  const ahead = tokens(before);
  const not = ahead.findIndex((word) => known.not.has(word));
  if (not !== -1)
    return all(ahead.slice(0, not), 'head') && all(gapOf(ahead.slice(not + 1)), 'gap') && all(tokens(behind), 'tail');
  const rest = tokens(behind);
  const late = rest.findIndex((word) => known.late.has(word));
  return late !== -1 && all(ahead, 'head') && all(rest.slice(0, late), 'between') && all(rest.slice(late + 1), 'tail');
}

/** "Can not": two words. */
function gapOf(gap: readonly string[]): readonly string[] {
  return known.not.has(gap[0] ?? '') && gap[0] !== 'no' ? gap.slice(1) : gap;
}

function isAsked(folded: string): boolean {
  return /[?؟]\s*$/u.test(folded);
}

function all(list: readonly string[], place: Place): boolean {
  return list.every((word) => known[place].has(word));
}

/** Names that are filled in may stand anywhere; figures are words that nothing knows. */
function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}'\p{Sc}%]+/gu) ?? [];
}

function clauseStart(folded: string, at: number): number {
  const last = [...folded.slice(0, at).matchAll(clauseEnd)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function clauseStop(folded: string, end: number): number {
  const next = folded.slice(end).search(clauseEnd);
  return next === -1 ? folded.length : end + next;
}

/** What "I can't" begins and takes nothing back: "I can't wait", "no puedo creerlo". */
const idioms =
  /(?:resist|wait|den(?:y|ies)|hide|believe|help (?:it|telling|saying|but)|stop|lie|complain|refuse|keep|stress|overstate|thank|emphasi[sz]e|contain|imagine|esperar|creer\p{L}*|negar\p{L}*|callar\p{L}*|resistir\p{L}*|ocultar\p{L}*|mentir\p{L}*|acreditar|esconder|leugnen|warten|glauben|verschweigen|verheimlichen|widerstehen|abwarten)(?!\p{L})/u;

/** "I cannot say how …": it tells that something cannot be, and no idiom does so. */
export function isUnable(folded: string): boolean {
  return speaksOf('cannot', folded) && !idioms.test(folded);
}
