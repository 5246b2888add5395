import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A message and the flow that it means. */
export interface Labelled {
  readonly text: string;
  readonly flow: string;
}

export interface IntentSets {
  readonly curekart: readonly Labelled[];
  readonly sofmattress: readonly Labelled[];
  readonly clinc: { readonly train: readonly Labelled[]; readonly valid: readonly Labelled[] };
  /** By where they are from: messages that no shop has a flow for. */
  readonly elsewhere: Readonly<Record<string, readonly string[]>>;
  /** Word → a misspelling of it. */
  readonly typos: ReadonlyMap<string, string>;
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): readonly Row[] =>
  parse(readFileSync(file, 'utf8'), { columns: true, skip_empty_lines: true }) as readonly Row[];

const labelled = ({ text = '', label = '' }: Row): Labelled => ({ text, flow: label });

/** Which of so many parts a text belongs to, always the same. */
export const partOf = (text: string, parts: number): number =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16) % parts;

/** What a bot of another trade shares with every shop. */
const everywhere = /CHAT_WITH|CONTACT|GREET|THANKS|APPREC|REFUND|OFFERS|CAPAB|PRESENCE|FEEDB|CRITIC/;

/** Null where a file is missing. */
export const readIntentSets = (data: string): IntentSets | null => {
  const [hint, general, map, typos] = [
    'intents_hint3/hint3_v2_dev.csv',
    'intents_general/intents_dev.csv',
    'intent_map/intent_map.csv',
    'typos/typos.csv',
  ].map((file) => join(data, file));
  if (hint === undefined || general === undefined || map === undefined || typos === undefined) return null;
  if (![hint, general, map, typos].every((file) => existsSync(file))) return null;
  const bots = rowsOf(hint);
  const clinc = rowsOf(general).filter(({ set }) => set === 'CLINC150');
  const ofShops = new Set(
    rowsOf(map).flatMap(({ set, label, route }) =>
      set?.startsWith('CLINC') && route !== 'out_of_scope' ? [label] : [],
    ),
  );
  const within = (split: string): readonly Labelled[] =>
    clinc.filter((row) => row['split'] === split && row['label'] !== 'oos').map(labelled);
  const bot = (name: string): readonly Row[] => bots.filter((row) => row['bot'] === name);
  return {
    curekart: bot('curekart').map(labelled),
    sofmattress: bot('sofmattress').map(labelled),
    clinc: { train: within('train'), valid: within('valid') },
    elsewhere: {
      'fantasy sport': bot('powerplay11')
        .filter(({ label = '' }) => !everywhere.test(label))
        .map(({ text = '' }) => text),
      'general intents': within('valid')
        .filter(({ flow, text }) => !ofShops.has(flow) && partOf(text, 8) === 0)
        .map(({ text }) => text),
      'general, of no intent': clinc.filter(({ label }) => label === 'oos').map(({ text = '' }) => text),
    },
    typos: new Map(rowsOf(typos).map(({ typo = '', word = '' }) => [word, typo])),
  };
};
