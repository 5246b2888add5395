import { foldCase } from '../normalise.ts';

/** How a language speaks of days, without accents. */
export interface DateWords {
  /** Phrase → days from today. */
  readonly days: ReadonlyMap<string, number>;
  /** Word → 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Word → 0 (Monday) to 6; `short` ones count only when they are the whole answer. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly shortWeekdays: ReadonlyMap<string, number>;
  /** Before or after a weekday: the first one to come. */
  readonly coming: readonly string[];
  /** Before or after a weekday: the one of the week after this. */
  readonly ofNextWeek: readonly string[];
  readonly units: ReadonlyMap<string, 'day' | 'week' | 'month'>;
  readonly one: ReadonlySet<string>;
  /** "*in* three days". */
  readonly ahead: readonly string[];
  /** "three days *from now*". */
  readonly later: readonly string[];
  /** "three days *ago*", or "*vor* drei Tagen". */
  readonly ago: readonly string[];
  /** May stand between day, month and year, or before a date. */
  readonly between: ReadonlySet<string>;
}

const numbered = (words: string, first: number): ReadonlyMap<string, number> =>
  new Map(
    words
      .split(' ')
      .flatMap((alternatives, index) => alternatives.split('|').map((word): [string, number] => [word, first + index])),
  );

const unitsOf = (days: string, weeks: string, months: string): DateWords['units'] =>
  new Map([
    ...days.split(' ').map((word): [string, 'day'] => [word, 'day']),
    ...weeks.split(' ').map((word): [string, 'week'] => [word, 'week']),
    ...months.split(' ').map((word): [string, 'month'] => [word, 'month']),
  ]);

const en: DateWords = {
  days: new Map([
    ['today', 0],
    ['tonight', 0],
    ['tomorrow', 1],
    ['tomorow', 1],
    ['tommorow', 1],
    ['tommorrow', 1],
    ['tmrw', 1],
    ['tmr', 1],
    ['day after tomorrow', 2],
    ['yesterday', -1],
    ['day before yesterday', -2],
  ]),
  months: numbered(
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec',
    1,
  ),
  weekdays: numbered('monday tuesday wednesday thursday friday saturday sunday', 0),
  shortWeekdays: numbered('mon tue|tues wed|weds thu|thur|thurs fri sat sun', 0),
  coming: ['this', 'coming', 'this coming'],
  ofNextWeek: ['next', 'next week'],
  units: unitsOf('day days', 'week weeks', 'month months'),
  one: new Set(['a', 'an', 'one']),
  ahead: ['in'],
  later: ['from now', 'from today', 'later'],
  ago: ['ago'],
  between: new Set(['the', 'of']),
};

const de: DateWords = {
  days: new Map([
    ['heute', 0],
    ['heute abend', 0],
    ['morgen', 1],
    ['morgen fruh', 1],
    ['ubermorgen', 2],
    ['uebermorgen', 2],
    ['gestern', -1],
    ['vorgestern', -2],
  ]),
  months: numbered(
    'januar|jan|janner februar|feb marz|maerz|mar april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez',
    1,
  ),
  weekdays: numbered('montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag', 0),
  shortWeekdays: numbered('mo di mi do fr sa so', 0),
  coming: ['diesen', 'dieser', 'kommenden', 'kommender'],
  ofNextWeek: ['nachsten', 'naechsten', 'nachster', 'nachste woche', 'naechste woche', 'in der nachsten woche'],
  units: unitsOf('tag tage tagen', 'woche wochen', 'monat monate monaten'),
  one: new Set(['ein', 'eine', 'einem', 'einer']),
  ahead: ['in'],
  later: ['spater'],
  ago: ['vor'],
  between: new Set(['der', 'den', 'dem', 'am']),
};

const es: DateWords = {
  days: new Map([
    ['hoy', 0],
    ['esta noche', 0],
    ['manana', 1],
    ['pasado manana', 2],
    ['ayer', -1],
    ['anteayer', -2],
  ]),
  months: numbered(
    'enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|setiembre|sep|sept octubre|oct noviembre|nov diciembre|dic',
    1,
  ),
  weekdays: numbered('lunes martes miercoles jueves viernes sabado domingo', 0),
  shortWeekdays: numbered('lun mar mie jue vie sab dom', 0),
  coming: ['este', 'proximo', 'el proximo', 'que viene'],
  ofNextWeek: ['de la proxima semana', 'de la semana que viene'],
  units: unitsOf('dia dias', 'semana semanas', 'mes meses'),
  one: new Set(['un', 'una']),
  ahead: ['en', 'dentro de'],
  later: ['despues', 'mas tarde'],
  ago: ['hace'],
  between: new Set(['de', 'del', 'el']),
};

const pt: DateWords = {
  days: new Map([
    ['hoje', 0],
    ['hoje a noite', 0],
    ['amanha', 1],
    ['depois de amanha', 2],
    ['ontem', -1],
    ['anteontem', -2],
  ]),
  months: numbered(
    'janeiro|jan fevereiro|fev marco|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez',
    1,
  ),
  weekdays: numbered('segunda terca quarta quinta sexta sabado domingo', 0),
  shortWeekdays: numbered('seg ter qua qui sex sab dom', 0),
  coming: ['este', 'esta', 'proximo', 'proxima', 'na proxima', 'no proximo', 'que vem'],
  ofNextWeek: ['da proxima semana', 'da semana que vem'],
  units: unitsOf('dia dias', 'semana semanas', 'mes meses'),
  one: new Set(['um', 'uma']),
  ahead: ['em', 'daqui a', 'dentro de'],
  later: ['depois', 'mais tarde'],
  ago: ['ha'],
  between: new Set(['de', 'do', 'o', 'dia', 'feira']),
};

/** “कल” and “परसों” are left out: each is a day to come and one gone by. */
const hi: DateWords = {
  days: new Map([
    [foldCase('आज'), 0],
    [foldCase('आज शाम'), 0],
    ['aaj', 0],
  ]),
  months: numbered(
    foldCase(
      'जनवरी|january|jan फ़रवरी|february|feb मार्च|march|mar अप्रैल|april|apr मई|may जून|june|jun जुलाई|july|jul अगस्त|august|aug सितंबर|सितम्बर|september|sep अक्टूबर|अक्तूबर|october|oct नवंबर|नवम्बर|november|nov दिसंबर|दिसम्बर|december|dec',
    ),
    1,
  ),
  weekdays: numbered(
    foldCase(
      'सोमवार|somvar मंगलवार|mangalvar बुधवार|budhvar गुरुवार|बृहस्पतिवार|guruvar शुक्रवार|shukravar शनिवार|shanivar रविवार|इतवार|ravivar|itvar',
    ),
    0,
  ),
  shortWeekdays: numbered(foldCase('सोम मंगल बुध गुरु शुक्र शनि रवि'), 0),
  coming: [foldCase('इस'), foldCase('आने वाले'), 'is'],
  ofNextWeek: [foldCase('अगले'), foldCase('अगले हफ़्ते'), 'agle'],
  units: unitsOf(foldCase('दिन दिनों din'), foldCase('हफ़्ते हफ़्ता सप्ताह hafte'), foldCase('महीने महीना mahine')),
  one: new Set([foldCase('एक'), 'ek']),
  ahead: [],
  later: [foldCase('बाद'), foldCase('में'), 'baad', 'me'],
  ago: [foldCase('पहले'), 'pehle'],
  between: new Set([foldCase('को'), 'ko']),
};

const ar: DateWords = {
  days: new Map([
    [foldCase('اليوم'), 0],
    [foldCase('الليلة'), 0],
    [foldCase('غدا'), 1],
    [foldCase('بكرة'), 1],
    [foldCase('بكرا'), 1],
    [foldCase('بعد غد'), 2],
    [foldCase('بعد بكرة'), 2],
    [foldCase('أمس'), -1],
    [foldCase('أول أمس'), -2],
  ]),
  months: numbered(
    foldCase(
      'يناير|جانفي فبراير|شباط|فيفري مارس|آذار أبريل|نيسان|أفريل مايو|أيار|ماي يونيو|حزيران|جوان يوليو|تموز|جويلية أغسطس|آب|أوت سبتمبر|أيلول أكتوبر نوفمبر ديسمبر',
    ),
    1,
  ),
  weekdays: numbered(
    foldCase('الاثنين|الإثنين|اثنين الثلاثاء|ثلاثاء الأربعاء|أربعاء الخميس|خميس الجمعة|جمعة السبت|سبت الأحد|أحد'),
    0,
  ),
  shortWeekdays: new Map(),
  coming: [foldCase('هذا'), foldCase('القادم'), foldCase('يوم')],
  ofNextWeek: [foldCase('الأسبوع القادم'), foldCase('من الأسبوع القادم')],
  units: unitsOf(foldCase('يوم أيام'), foldCase('أسبوع أسابيع'), foldCase('شهر أشهر')),
  one: new Set(),
  ahead: [foldCase('بعد'), foldCase('خلال')],
  later: [],
  ago: [foldCase('قبل'), foldCase('منذ')],
  between: new Set([foldCase('من'), foldCase('يوم')]),
};

const byLanguage: ReadonlyMap<string, DateWords> = new Map([
  ['en', en],
  ['de', de],
  ['es', es],
  ['pt', pt],
  ['hi', hi],
  ['ar', ar],
]);

/** The language's own words first, then English ones. */
export const dateWordsFor = (language: string): readonly DateWords[] => {
  const own = byLanguage.get(language);
  return own === undefined || own === en ? [en] : [own, en];
};
