import { foldCase } from '../normalise.ts';

/** The number words of a language, without accents. */
export interface NumberWords {
  readonly values: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  /** Between the parts of one number: "two hundred *and* fifty". */
  readonly joiner: string;
  /** Stands for one before a multiplier: "*a* dozen". */
  readonly articles: ReadonlySet<string>;
  readonly half: ReadonlySet<string>;
}

const counted = (words: string, first: number, step: number): readonly [string, number][] =>
  words
    .split(' ')
    .flatMap((alternatives, index) =>
      alternatives.split('|').map((word): [string, number] => [word, first + index * step]),
    );

const en: NumberWords = {
  values: new Map([
    ...counted(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
      0,
      1,
    ),
    ...counted('twenty thirty forty|fourty fifty sixty seventy eighty ninety', 20, 10),
    ['couple', 2],
    ['none', 0],
  ]),
  multipliers: new Map([
    ['dozen', 12],
    ['hundred', 100],
    ['thousand', 1000],
  ]),
  joiner: 'and',
  articles: new Set(['a', 'an']),
  half: new Set(['half']),
};

const germanUnits = 'ein zwei drei vier funf|fuenf sechs sieben acht neun';
const germanTens = 'zwanzig dreissig vierzig funfzig|fuenfzig sechzig siebzig achtzig neunzig';
const germanCompounds = counted(germanTens, 20, 10).flatMap(([ten, tens]) =>
  counted(germanUnits, 1, 1).map(([unit, units]): [string, number] => [`${unit}und${ten}`, tens + units]),
);

const de: NumberWords = {
  values: new Map([
    ...counted(
      'null eins zwei|zwo drei vier funf|fuenf sechs sieben acht neun zehn elf zwolf|zwoelf dreizehn vierzehn funfzehn|fuenfzehn sechzehn siebzehn achtzehn neunzehn',
      0,
      1,
    ),
    ...counted(germanTens, 20, 10),
    ...germanCompounds,
    ...counted(germanUnits, 1, 1).map(([unit, units]): [string, number] => [`${unit}hundert`, units * 100]),
    ['ein', 1],
    ['eine', 1],
    ['einen', 1],
    ['einer', 1],
    ['paar', 2],
  ]),
  multipliers: new Map([
    ['dutzend', 12],
    ['hundert', 100],
    ['tausend', 1000],
  ]),
  joiner: 'und',
  articles: new Set(['ein', 'eine']),
  half: new Set(['halb', 'halbe', 'halbes']),
};

const es: NumberWords = {
  values: new Map([
    ...counted(
      'cero uno|un|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiun|veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
      0,
      1,
    ),
    ...counted('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
    ...counted(
      'cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
      100,
      100,
    ),
    ['par', 2],
  ]),
  multipliers: new Map([
    ['docena', 12],
    ['docenas', 12],
    ['mil', 1000],
  ]),
  joiner: 'y',
  articles: new Set(['un', 'una']),
  half: new Set(['medio', 'media']),
};

const pt: NumberWords = {
  values: new Map([
    ...counted(
      'zero um|uma dois|duas tres quatro cinco seis sete oito nove dez onze doze treze catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito dezenove|dezanove',
      0,
      1,
    ),
    ...counted('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa', 20, 10),
    ...counted(
      'cem|cento duzentos|duzentas trezentos|trezentas quatrocentos quinhentos seiscentos setecentos oitocentos novecentos',
      100,
      100,
    ),
    ['par', 2],
  ]),
  multipliers: new Map([
    ['duzia', 12],
    ['duzias', 12],
    ['mil', 1000],
  ]),
  joiner: 'e',
  articles: new Set(['um', 'uma']),
  half: new Set(['meio', 'meia']),
};

const hi: NumberWords = {
  values: new Map([
    ...counted(
      foldCase(
        'शून्य|shunya एक|ek दो तीन|teen चार|char|chaar पाँच|पांच|paanch|panch छह|छः|छे|chhe|chah सात|saat आठ|aath नौ|nau दस ग्यारह|gyarah बारह|barah तेरह|terah चौदह|chaudah पंद्रह|पन्द्रह|pandrah सोलह|solah सत्रह|satrah अठारह|atharah उन्नीस|unnis बीस|bees',
      ),
      0,
      1,
    ),
    ...counted(foldCase('तीस|tees चालीस|chalis पचास|pachas साठ|saath सत्तर|sattar अस्सी|assi नब्बे|nabbe'), 30, 10),
    [foldCase('पच्चीस'), 25],
    ['pachis', 25],
  ]),
  multipliers: new Map([
    [foldCase('दर्जन'), 12],
    ['darjan', 12],
    [foldCase('सौ'), 100],
    ['sau', 100],
    [foldCase('हज़ार'), 1000],
    ['hazar', 1000],
    ['hazaar', 1000],
    [foldCase('लाख'), 100_000],
    ['lakh', 100_000],
  ]),
  joiner: foldCase('और'),
  articles: new Set(),
  half: new Set([foldCase('आधा'), foldCase('आधी'), 'aadha']),
};

const ar: NumberWords = {
  values: new Map([
    ...counted(
      foldCase(
        'صفر واحد|واحدة اثنان|اثنين|اثنتان|اثنتين ثلاثة|ثلاث|تلاتة أربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثماني|ثمان|تمانية تسعة|تسع عشرة|عشر',
      ),
      0,
      1,
    ),
    ...counted(
      foldCase('عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين'),
      20,
      10,
    ),
    [foldCase('مئتان'), 200],
    [foldCase('مئتين'), 200],
    [foldCase('مائتين'), 200],
  ]),
  multipliers: new Map([
    [foldCase('دزينة'), 12],
    [foldCase('مئة'), 100],
    [foldCase('مائة'), 100],
    [foldCase('مية'), 100],
    [foldCase('ألف'), 1000],
    [foldCase('آلاف'), 1000],
  ]),
  joiner: foldCase('و'),
  articles: new Set(),
  half: new Set([foldCase('نصف')]),
};

const byLanguage: ReadonlyMap<string, NumberWords> = new Map([
  ['en', en],
  ['de', de],
  ['es', es],
  ['pt', pt],
  ['hi', hi],
  ['ar', ar],
]);

/** The language's own words first, then English ones: shoppers mix. */
export const numberWordsFor = (language: string): readonly NumberWords[] => {
  const own = byLanguage.get(language);
  return own === undefined || own === en ? [en] : [own, en];
};
