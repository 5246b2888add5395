const name = "\\p{L}[\\p{L}\\p{M}'’-]*\\.?";
const capitalName = "\\p{Lu}[\\p{L}\\p{M}'’-]+";

/** Behind these stands a name, however it is typed. */
const sure = new RegExp(
  `(?:\\bmy (?:full )?name(?: is|['’]s)?|^name|\\bname ?:|\\bcall me|\\bme llamo|\\bmi nombre es|\\bmeu nome é|\\bchamo[- ]me|\\bme chamo|\\bich hei(?:ß|ss)e|\\bmein name ist|\\bje m['’]appelle|\\bmi chiamo|\\bmera naam|मेरा नाम|اسمي|\\brecipient:?|\\battn:?|\\bc/o)\\s+(${name}(?:[ ]${name}){0,3})`,
  'gimu',
);

const capitals = `(${capitalName}(?:[ ]${capitalName}){0,2})(?=\\s*(?:[,.;!\\n–-]|$|and\\b|from\\b|here\\b|speaking\\b|at\\b|aus\\b|von\\b|de\\b|und\\b|y\\b|e\\b))`;

/** Behind these it may be anything: only capitals that end there count. */
const unsure = new RegExp(
  `(?:\\b[Ii]['’]?m|\\b[Ii] am|\\b[Tt]his is|\\b[Ii]t['’]s|\\b[Ii]ch bin|\\b[Ss]oy|\\b[Ss]ou (?:o|a)|\\b[Hh]ere is|\\b[Hh]ier ist|\\b[Ff]or my (?:friend|wife|husband|mother|father|sister|brother|son|daughter))\\s+${capitals}`,
  'gu',
);
/** Also a city or a country. */
const sentTo = new RegExp(`\\b(?:[Ss]hip|[Dd]eliver|[Ss]end)(?: it| this| them)? to\\s+${capitals}`, 'gu');
/** "Regards, Maria Lopez" at the end. */
const signed = new RegExp(
  `(?:regards|thanks|thank you|cheers|sincerely|yours|grüße|gruß|saludos|gracias|obrigad[oa]|cumprimentos)\\s*[,!]?\\s*\\n\\s*(${capitalName}(?:[ ]${capitalName}){0,2})\\s*$`,
  'giu',
);

const notName = new Set(
  (
    'and but i im am is the a an in on at of for to from with looking want need would like please my me we you it that this here not so now ' +
    'just back sorry sure happy sad new interested searching shopping und aber ich suche mit aus von y e pero quiero busco necesito mas quero ' +
    'procuro hai है और hoon ok okay great thanks vegan allergic size left right pregnant disappointed angry no yes yeah nope none never skip cancel stop help menu si sí sim não ja nein nahi haan why what who how'
  ).split(' '),
);

/** Names with which somebody introduces themselves or another, as written. */
export function introducedNames(text: string): readonly string[] {
  return namesBehind([sure, unsure, sentTo, signed], text);
}

/** The same without what may as well be a place that something is sent to. */
export function presentedNames(text: string): readonly string[] {
  return namesBehind([sure, unsure, signed], text);
}

function namesBehind(patterns: readonly RegExp[], text: string): readonly string[] {
  const given = patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), ([, found = '']) => found));
  return given.map(withoutRest).filter((found) => found.length >= 2);
}

/** Shorter ones are initials and titles: "J. Smith", "Dr. Smith". */
const sentenceEnd = /(?<=[\p{L}\p{M}]{3})\. .*$/u;

/** Up to the first word that is no name; of words in small letters two at most. */
function withoutRest(found: string): string {
  const words = found.replace(sentenceEnd, '').split(' ');
  const end = words.findIndex((each) => notName.has(each.toLowerCase().replace(/\.$/u, '')));
  const names = end === -1 ? words : words.slice(0, end);
  const isTyped = names.every((each) => /^\p{Lu}/u.test(each) || /^\p{Lo}/u.test(each));
  return (isTyped ? names : names.slice(0, 2)).join(' ').replace(/[.'’-]+$/u, '');
}

/** Whether none of these words is one that is never a name: "no thanks" answers a question too. */
export function isNameAtAll(text: string): boolean {
  return text.split(' ').every((each) => !notName.has(each.toLowerCase()));
}

/** Names that shops use for other things: alone they count only in capitals and in talk. */
const ordinary = new Set(
  (
    'rose brown olive amber ruby violet green gray grey white black blue gold silver iris lily jade pearl scarlett crystal grace hope faith joy ' +
    'mark will bill june april may august summer autumn winter page frank rich chase hunter mason levi max art king queen young long short small ' +
    'large best good price cook baker miller taylor smith carpenter fisher forest wood woods stone rivers lake hill ' +
    'ivy heather hazel ginger daisy jasmine poppy coral sky star angel dean earl duke baron marina mercedes dior ray guy jack jean chuck drew pat ' +
    'bob van sol luna mar rosa blanca'
  ).split(' '),
);

export function isOrdinaryWord(part: string): boolean {
  return ordinary.has(part.toLowerCase());
}
