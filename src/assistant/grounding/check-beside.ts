import { areJoined, type Check, type Claim, type Ground } from './claim.ts';
import { currencyWords, numberWords, speaksOf, timeWords } from './lexicon/compiled.ts';
import { physicalUnits } from './physical-units.ts';
import type { Problem } from './problem.ts';
import type { PlacedFact } from './sentences.ts';

/** What a filled value is depends on the words around it too: an old price is not today's, pieces are no stars. */
export const checkBeside: Check = (claim, ground) => {
  return claim.facts.flatMap((placed) => {
    if (['name', 'text', 'link'].includes(placed.fact.kind)) return gluedName(claim, placed);
    return isBeside(claim, placed, ground) ? [] : [problem(placed)];
  });
};

function problem({ fact }: PlacedFact): Problem {
  return { code: 'wrong-product', words: `{{${fact.handle}}}` };
}

const mark = '[\\ue000-\\uf8ff]';

function gluedName({ folded }: Claim, placed: PlacedFact): readonly Problem[] {
  const glued = /\p{N}$/u.test(folded.slice(0, placed.at)) || /^\p{N}/u.test(folded.slice(placed.at + 1));
  return glued && placed.fact.kind === 'name' ? [problem(placed)] : [];
}

interface Around {
  /** From the last filled value on. */
  readonly before: string;
  readonly behind: string;
  readonly claim: Claim;
  readonly placed: PlacedFact;
}

function isBeside(claim: Claim, placed: PlacedFact, ground: Ground): boolean {
  const { folded } = claim;
  const { at, fact } = placed;
  if (isGlued(folded, at)) return false;
  const before = folded.slice(0, at).split(new RegExp(mark, 'u')).at(-1) ?? '';
  const behind = folded.slice(at + 1).split(new RegExp(mark, 'u'))[0] ?? '';
  const around = { before, behind, claim, placed };
  if (fact.kind === 'money') return isMoney(around) && isOfAll(around, ground);
  if (fact.kind === 'number') return isNumber(around);
  return (
    fact.kind !== 'day' || !(fact.key === 'earliest' && /(?:by|until|at the latest|spatestens|bis)\s$/u.test(before))
  );
}

/** A digit or another value right beside it makes another value of it. */
function isGlued(folded: string, at: number): boolean {
  const before = folded.slice(0, at);
  const behind = folded.slice(at + 1);
  return (
    /(?:[\p{Script=Latin}\p{Script=Devanagari}\p{N}\p{Sc}%+]|\p{N}[.,:/'-]|(?:^|\s)-|\p{N}\s?[x×*]\s?)$|(?<!^)\p{N}\s$/u.test(
      before,
    ) ||
    /^\p{N}\s$/u.test(before) ||
    /^(?:[\p{L}\p{N}\p{Sc}%]|[.,:/'-]\p{N}|\s?[x×*]\s?\p{N}|\s\p{N}+(?![\p{N}.)]))/u.test(behind) ||
    new RegExp(`^${mark}`, 'u').test(behind)
  );
}

const old =
  /(?:was|were|before|formerly|originally|once|instead of|rather than|down from|used to (?:be|cost)|old price|previous price|statt|anstatt|vorher|fruher|bisher|war|antes|en lugar de|en vez de|era|costaba|precio anterior|em vez de|ao inves de|custava|preco anterior|पहले|के बजाय|بدلا من|سابقا|كان)(?: (?:at|is|of|originally|once|de|:))?:?\s?\(?$/u;
const oldBehind = /^\s?\)?\s?(?:before|earlier|vorher|fruher|antes|anteriormente|पहले|سابقا|من قبل|थी|था)(?!\p{L})/u;
const wasPrice =
  /(?:(?:it|price|that|this) (?:was|were)|used to (?:be|cost)|formerly|originally|old price|costaba|custava|fruher)(?: (?:at|is))?:?\s?$/u;
const share =
  /(?:sav(?:e|es|ing|ings)|discount(?: of)?|reduc\p{L}* by|by|minus|less|off|spar\p{L}*|rabatt(?: von)?|ahorr\p{L}*|descuento(?: de)?|economi\p{L}*|desconto(?: de)?|छूट|خصم)(?: you)?(?: up to)?:?\s?$/u;
const shareBehind =
  /^\s?(?:off|less|cheaper|discount|saving|savings|reduction|rabatt|weniger|gunstiger|billiger|menos|mas barato|mais barato|de descuento|de desconto|de ahorro|छूट|कम|خصم)(?!\p{L})/u;
const numbers = [...numberWords.keys()]
  .filter((word) => !/^(?:one|un|una|um|uma|ein|eine|einen)$/u.test(word) && /^[\p{L}]+$/u.test(word))
  .join('|');
const manyBehind = new RegExp(
  `^\\s?(?:for|fur|por|para|por los|per|um|pelos)\\s(?:the |all |los |las |os |as )?(?:\\p{N}+|(?:${numbers})(?!\\p{L})|both|all|a (?:pair|dozen|set|pack)|beide|alle|ambos|tod[ao]s|everything)|^\\s?(?:per|a|an|pro|al|por|every) (?:month|week|year|day|hour|monat|woche|jahr|tag|mes|semana|ano|dia)(?!\\p{L})`,
  'u',
);
const manyBefore = new RegExp(
  `(?:\\p{N}+|(?<!\\p{L})(?:${numbers})|both|all|everything|beide|alle|ambos|tod[ao]s)(?: of them| of these| davon)? (?:for|cost|costs|are|at|fur|kosten|kostet|por|cuestan|custam)\\s?(?:only |nur |just )?$`,
  'u',
);
const costs = /(?:costs?|is|are|for|kostet|ist|cuesta|es|custa|e|price:?|fee:?)(?: only| nur)?\s$/u;

function isMoney({ before, behind, placed: { fact }, claim }: Around): boolean {
  if (isUnit(behind) || share.test(before) || shareBehind.test(behind)) return false;
  if (fact.key === 'was') return old.test(before) || oldBehind.test(behind);
  if (fact.family === 'product' && wasPrice.test(before)) return false;
  if (manyBehind.test(behind) || manyBefore.test(before)) return false;
  if (fact.key === 'free_from')
    return (
      speaksOf('free', claim.folded) &&
      !costs.test(before) &&
      !/(?:under|below|less than|up to|unter|bis|menos de|hasta|ate)\s$/u.test(before)
    );
  return true;
}

/** A word behind money that makes it something else: "$5 stars", "$5 days". */
function isUnit(behind: string): boolean {
  const word = /^[\s-]?([\p{L}\p{M}]+)/u.exec(behind)?.[1] ?? '';
  const unit = timeWords.has(word) && !['h', 'business', 'working'].includes(word);
  return (
    unit ||
    (physicalUnits.has(word) && !['in', 'm', 'g', 'l', 'w', 'v'].includes(word)) ||
    rated.test(behind) ||
    /^\s?[%٪]/u.test(behind)
  );
}

const rated =
  /^[\s-]?(?:stars?|reviews?|ratings?|customers?|people|buyers?|sterne\p{L}*|bewertung\p{L}*|kunden|estrellas?|resenas?|estrelas?|avaliac\p{L}*|clientes?|स्टार|نجوم|نجمه|تقييم\p{L}*)(?!\p{L})/u;
const periods: readonly (readonly [RegExp, RegExp])[] = [
  [
    /day/u,
    /^(?:days?|business|working|tag\p{L}*|werktag\p{L}*|arbeitstag\p{L}*|dias?|दिन\p{L}*\p{M}*|दिनो\p{M}*|يوم\p{L}*|ايام)$/u,
  ],
  [/hour/u, /^(?:hours?|hrs?|h|stunden?|horas?|घंटे|ساعات|ساعه)$/u],
  [/minute/u, /^(?:minutes?|mins?|minuten?|minutos?|मिनट|دقائق|دقيقه)$/u],
  [/week/u, /^(?:weeks?|wochen?|semanas?|हफ्ते|اسابيع|اسبوع)$/u],
  [/month/u, /^(?:months?|monaten?|monate|mes|meses|महीने|اشهر|شهر)$/u],
];

function isNumber({ before, behind, placed: { fact } }: Around): boolean {
  const word = /^[\s-]?([\p{L}\p{M}]+)/u.exec(behind)?.[1] ?? '';
  const period = periods.find(([key]) => key.test(fact.key));
  if (period !== undefined) return period[1].test(word);
  if (timeWords.has(word) || currencyWords.has(word) || physicalUnits.has(word) || /^\s?[%٪]/u.test(behind))
    return false;
  const isRating = /star|average|rating|count|review/u.test(fact.key) || /rating|review/u.test(fact.handle);
  return (
    isRating ||
    !(
      rated.test(behind) ||
      /(?:rated|rating|stars?|score|bewertung|estrellas|estrelas)(?: (?:is|of|at|with))?:?\s?$/u.test(before)
    )
  );
}

const whole =
  /(?<!\p{L})(?:both|they all|all of them|each of them|all cost|either|beide|alle|jede[rs]?|ambos|ambas|tod[ao]s|cada|दोनो|सभी|كلاهما|جميع\p{L}*)(?!\p{L})/u;
/** One price told of two products, which have not the same. */
function isOfAll({ placed, claim }: Around, { findings }: Ground): boolean {
  const { fact, at } = placed;
  if (fact.family !== 'product') return true;
  const names = claim.facts.filter((one) => one.at < at && one.fact.kind === 'name' && one.fact.family === 'product');
  const from = names.at(-1)?.at ?? -1;
  const between = claim.folded.slice(from + 1, at);
  const lists = claim.facts.filter((one) => one.fact.kind === 'money' && one.at > from);
  const group = groupOf(names, claim.folded);
  const meant = whole.test(between) && group.length < 2 ? [...findings.products.keys()] : group;
  if (lists.length > 1 && lists.length === meant.length) return true;
  return (
    meant.every((product) => findings.facts.get(`${product}.${fact.key}`)?.value === fact.value) || meant.length < 2
  );
}

/** The names at the end that are joined by an "and". */
function groupOf(names: readonly PlacedFact[], folded: string): readonly string[] {
  let first = names.length - 1;
  while (first > 0 && areJoined(folded.slice((names[first - 1]?.at ?? 0) + 1, names[first]?.at))) first -= 1;
  return [...new Set(names.slice(Math.max(first, 0)).map(({ fact }) => fact.owner ?? ''))];
}
