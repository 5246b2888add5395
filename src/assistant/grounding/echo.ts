import { type Claim, type Ground, subjects } from './claim.ts';
import { type Figure, figuresIn } from './figures.ts';
import { speaksOf, topicPattern } from './lexicon/compiled.ts';
import { wholeWords } from './lexicon/whole-words.ts';
import { physicalUnits } from './physical-units.ts';
import { isQuestion } from './sentences.ts';

/**
 * The shopper's own number, told as theirs: "under 50", "your budget of 50". A word for a limit stands right beside it, and said of a product, it
 * must be true of its price. What reads as the shop's price is none.
 */
export function isEcho(figure: Figure, claim: Claim, ground: Ground): boolean {
  const theirs = figuresIn(ground.said).some(
    (own) => own.kind !== 'percent' && own.values.some((value) => figure.values.includes(value)),
  );
  if (!theirs || (figure.kind === 'plain' && physicalUnits.has(figure.unit))) return false;
  const lead = claim.folded.slice(0, figure.at);
  const tail = claim.folded.slice(figure.end, figure.end + 24);
  if (isTheirLimit(figure, lead)) return claim.products.length === 0;
  const under = besideLead('under', lead) || besideTail('under', tail);
  if (!under && !besideLead('over', lead) && !besideTail('over', tail)) return false;
  if (!under && soldFrom.test(lead)) return false;
  const about = subjects(claim);
  if (claim.products.length === 0 && isPriceStatement(claim)) return false;
  const products = about.length > 0 ? about : [...ground.findings.products.keys()];
  const none = speaksOf('we-have-not', claim.folded) && claim.products.length === 0;
  const asks = isQuestion(claim) && about.length === 0;
  return none || asks || products.every((product) => isWithin(product, figure, { under, ground }));
}

/** Between a word and its figure: "under $50", "your budget is about 50". */
const gap =
  '(?: of| is| was| are| von| ist| war| de| es| era| e| del| في)?:? ?(?:us\\$|r\\$|rs\\.?|usd|eur|\\p{Sc})?\\s?$';
const ownLimit = new RegExp(
  `(?<!\\p{L})(?:your (?:budget|limit|maximum)|(?:dein|ihr|euer)\\p{L}* (?:budget|limit)|(?:tu|su) (?:presupuesto|limite)|(?:seu|teu) (?:orcamento|limite)|आपका बजट|ميزانيتك)${gap}`,
  'u',
);
const saidSo =
  /(?<!\p{L})(?:you (?:said|wrote|mentioned|named|asked for|wanted|need)|looking for|d(?:id|o) you mean|size|du (?:sagtest|suchst|meinst)|meinst du|sie (?:sagten|suchen)|grosse|(?:dijiste|buscas|pediste|mencionaste)|talla|(?:voce (?:disse|procura|pediu))|tamanho|आपने कहा|साइज|قلت|مقاس)\s?$/u;

/** A budget may be money; what they said otherwise is a bare number. */
function isTheirLimit({ kind }: Figure, lead: string): boolean {
  return ownLimit.test(lead) || (kind === 'plain' && saidSo.test(lead));
}

/** Words that are as often where a price begins as they are a limit. */
const soldFrom = new RegExp(`(?<!\\p{L})(?:from|starting at|ab|desde|a partir de|من|ابتداء من)${gap}`, 'u');

function besideLead(topic: 'under' | 'over', lead: string): boolean {
  return new RegExp(`(?:${topicPattern(topic).source})${gap}`, 'u').test(lead);
}

function besideTail(topic: 'under' | 'over', tail: string): boolean {
  return new RegExp(`^\\s?(?:\\p{Sc}|[\\p{L}\\p{M}]+)?\\s?(?:${topicPattern(topic).source})`, 'u').test(tail);
}

const priceWords = wholeWords([
  '(?:all|every|everything|each|any|most)',
  'prices?',
  'costs?',
  'sell|sells|sold',
  'pay|get|take|yours',
  '(?:it|they|that|this|these|those) ~(?:is|are|goes)',
  'preis*|kostet|kosten|verkauf*|alle[sn]?|jede*',
  'precio*|cuesta*|vend*|tod[ao]s?|cada',
  'preco*|custa*',
  'कीमत|दाम|सभी|हर',
  'سعر*|كل|جميع|نبيع',
]);

/** "We sell all mugs for no more than 5": of no product that it names, and true of none. */
function isPriceStatement({ folded }: Claim): boolean {
  return folded.search(priceWords) !== -1;
}

interface Bound {
  readonly under: boolean;
  readonly ground: Ground;
}

function isWithin(product: string, { values: [value = 0] }: Figure, { under, ground }: Bound): boolean {
  const price = ground.findings.facts.get(`${product}.price`)?.value;
  return typeof price === 'number' && (under ? price <= value : price >= value);
}
