import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { isUpset, moodTrend } from '../src/understanding/mood-trend.ts';
import { damped, englishLists } from '../src/understanding/sentiment/english.ts';
import { hear } from '../src/understanding/sentiment/hearing.ts';
import { moodOf } from '../src/understanding/sentiment.ts';
import type { Figure, Piece } from './piece.ts';
import { crossValidate, learnable, type SetJudged } from './sentiment/cross-validation.ts';
import { macroF1 } from './sentiment/f1.ts';
import { type Rated, readRated } from './sentiment/rated.ts';
import { labelAt } from './sentiment/thresholds.ts';

/** How messages sound, and when a person is offered. */
export const sentiment: Piece = {
  name: 'sentiment',
  about: 'how messages sound, beside a word list alone, and how often anger is heard',
  run: async ({ data }) => {
    const rated = await readRated(data);
    if (rated === null) return { notHere: `there is no ${join(data, 'sentiment', 'sentiment_dev.csv')}` };
    return [...ratedFigures(rated), ...labelledFigures(rated), ...(await upsetFigures(data)), speed(rated)];
  },
};

const names: Readonly<Record<string, string>> = {
  vader_amazon_snippets: 'product reviews',
  vader_tweets: 'tweets',
};

function ratedFigures(rated: readonly Rated[]): readonly Figure[] {
  const ours = crossValidate(learnable(rated));
  const listAlone = rated.map(bareList);
  return Object.entries(names).flatMap(([set, name]) => [
    {
      ...f1Figure(`${name}, macro-F1`, of(ours, set)),
      note: 'weights and thresholds from the other four fifths (by hash of the text); VADER’s makers saw these texts',
      ...(set === 'vader_amazon_snippets' ? { aim: { atLeast: 0.57 } } : {}),
    },
    { ...f1Figure(`${name}, word list alone`, of(listAlone, set)), note: 'VADER’s words, negations and ±0.05' },
  ]);
}

function of(judged: readonly SetJudged[], set: string): readonly SetJudged[] {
  return judged.filter((each) => each.set === set);
}

function f1Figure(name: string, judged: readonly SetJudged[]): Figure {
  return { name: `${name} (${judged.length})`, value: macroF1(judged), unit: 'share' };
}

/** As VADER decides, by the sum of its word values. */
function bareList({ set, text, label }: Rated): SetJudged {
  const { good, bad } = hear(text, englishLists);
  return { set, label, said: labelAt(damped(good + bad), { bad: -0.05, good: 0.05 }) };
}

const said = { good: 'positive', mixed: 'neutral', bad: 'negative' } as const;

/** Sets that nothing was learnt from, one language each. */
function labelledFigures(rated: readonly Rated[]): readonly Figure[] {
  const others = rated.filter(({ set }) => !(set in names));
  const groups = new Map<string, Rated[]>();
  for (const each of others) {
    const name = `${each.set} ${each.lang}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].map(([name, texts]) => ({
    ...f1Figure(`${name}, macro-F1`, texts.map(judgedByMood)),
    note: `read: ${((texts.filter(({ text, lang }) => moodOf(text, { locale: lang })).length / texts.length) * 100).toFixed(0)} %`,
  }));
}

function judgedByMood({ set, text, lang, label }: Rated): SetJudged {
  return { set, label, said: said[moodOf(text, { locale: lang })?.mood ?? 'mixed'] };
}

interface Request {
  readonly text: string;
  readonly flags?: string;
}

async function upsetFigures(data: string): Promise<readonly Figure[]> {
  const shops = await readRequests(join(data, 'intents_hint3', 'hint3_v2_dev.csv'));
  const bitext = await readRequests(join(data, 'intents_bitext', 'bitext_dev.csv'));
  const isOffensive = ({ flags = '' }: Request): boolean => flags.includes('W');
  const ordinary = bitext.filter((each) => !isOffensive(each));
  return [
    { ...upsetFigure('taken for upset, shops’ messages', shops), aim: { atMost: 0.01 } },
    { ...upsetFigure('taken for upset, polite requests', ordinary), aim: { atMost: 0.01 } },
    upsetFigure('taken for upset, offensive requests', bitext.filter(isOffensive)),
  ].filter(({ value }) => Number.isFinite(value));
}

async function readRequests(path: string): Promise<readonly Request[]> {
  const file = await readFile(path).catch(() => null);
  return file === null ? [] : parse<{ text: string; flags?: string }>(file, { columns: true });
}

function upsetFigure(name: string, requests: readonly Request[]): Figure {
  const upset = requests.filter(({ text }) => {
    const score = moodOf(text, { locale: 'en' })?.score ?? null;
    return isUpset(moodTrend(null, score), score, text);
  });
  return { name: `${name} (${requests.length})`, value: upset.length / requests.length, unit: 'share' };
}

function speed(rated: readonly Rated[]): Figure {
  const times = rated.map(({ text, lang }) => {
    const begun = performance.now();
    moodOf(text, { locale: lang });
    return performance.now() - begun;
  });
  const value = times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  return { name: 'one message, median', value, unit: 'ms', aim: { atMost: 0.2 } };
}
