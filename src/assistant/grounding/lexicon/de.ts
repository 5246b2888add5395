import type { Lexicon } from './lexicon.ts';
import { germanPromises } from './promises/de.ts';
import { germanTalk } from './talk/de.ts';

const units = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const tens = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];
const teens = [
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
];

function below100(value: number): string {
  const [ten, unit] = [Math.floor(value / 10), value % 10];
  if (value < 10) return value === 1 ? 'eins' : (units[value] ?? '');
  if (value < 20) return teens[unit] ?? '';
  return unit === 0 ? (tens[ten] ?? '') : `${units[unit]}und${tens[ten]}`;
}

function below1000(value: number): string {
  const hundreds = Math.floor(value / 100);
  if (hundreds === 0) return below100(value);
  return `${units[hundreds]}hundert${value % 100 === 0 ? '' : below100(value % 100)}`;
}

/** Compounds are one word: "zweihundertfünfzig", "dreitausend". */
function compounds(): Record<string, number> {
  const words: Record<string, number> = {
    null: 0,
    ein: 1,
    eine: 1,
    einen: 1,
    einem: 1,
    einer: 1,
    eines: 1,
    zwo: 2,
    fünfer: 5,
    zehner: 10,
    zwanni: 20,
    fuffi: 50,
    hunni: 100,
    dutzend: 12,
  };
  for (let value = 1; value < 1000; value += 1) words[below1000(value)] = value;
  for (let value = 1; value < 100; value += 1)
    words[`${below100(value).replace(/eins$/u, 'ein')}tausend`] = value * 1000;
  return words;
}

export const german: Lexicon = {
  numbers: compounds(),
  scales: { hundert: 100, tausend: 1000, million: 1_000_000, millionen: 1_000_000 },
  joins: ['und'],
  unsure: ['ein', 'eine', 'einen', 'einem', 'einer', 'eines', 'eins', 'null', 'elf', 'acht', 'dutzend'],
  currencies: {
    euro: 'EUR',
    euros: 'EUR',
    cent: '*',
    cents: '*',
    dollar: 'USD',
    dollars: 'USD',
    pfund: 'GBP',
    franken: 'CHF',
    rappen: '*',
    rupien: 'INR',
    rupie: 'INR',
    tacken: '*',
    öcken: '*',
    mäuse: '*',
    piepen: '*',
  },
  percent: ['prozent', 'prozentpunkte', 'v. h.'],
  time: [
    'sekunde',
    'sekunden',
    'minute',
    'minuten',
    'stunde',
    'stunden',
    'tag',
    'tage',
    'tagen',
    'tages',
    'werktag',
    'werktage',
    'werktagen',
    'arbeitstage',
    'arbeitstagen',
    'nacht',
    'woche',
    'wochen',
    'monat',
    'monate',
    'monaten',
    'jahr',
    'jahre',
    'jahren',
    'uhr',
    'std',
  ],
  relativeDays: { heute: 0, morgen: 1, übermorgen: 2, gestern: -1, vorgestern: -2 },
  weekdays: ['sonntag*', 'montag*', 'dienstag*', 'mittwoch*', 'donnerstag*', 'freitag*', 'samstag*|sonnabend*'],
  months: [
    ['januar', 'jänner'],
    ['februar'],
    ['märz'],
    ['april'],
    ['mai'],
    ['juni'],
    ['juli'],
    ['august'],
    ['september'],
    ['oktober'],
    ['november'],
    ['dezember'],
  ],
  patterns: { ...germanPromises, ...germanTalk },
};
