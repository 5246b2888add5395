import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadPages } from '../../src/care/pages/load-pages.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { readPageFiles } from '../../src/config/read-pages.ts';
import type { WrittenPassage } from '../../src/understanding/pages/written-passage.ts';

/** A message, and the passage that answers it. */
export interface AskedMessage {
  readonly text: string;
  /** `null`: no page may answer it. */
  readonly answer: { readonly page: string; readonly heading: string; readonly locale: string } | null;
  /** What it is, where no page may answer it. */
  readonly what: string;
}

const own = join(packageFolder(), 'evaluation', 'pages');

export async function readMessages(name: string): Promise<readonly AskedMessage[]> {
  const prefix = name === '' ? '' : `${name}-`;
  const answered = await readYaml(`${prefix}answered.yaml`);
  const not = await readYaml(`${prefix}not-answered.yaml`);
  return [...Object.entries(answered).flatMap(answeredOn), ...Object.entries(not).flatMap(notAnswered)];
}

function answeredOn([place, headings]: readonly [string, unknown]): readonly AskedMessage[] {
  const [page = '', language = 'en'] = place.split('/').toReversed();
  return Object.entries(headings as Record<string, readonly string[]>).flatMap(([heading, texts]) =>
    texts.map((text) => ({ text, answer: { page, heading, locale: language }, what: 'answered' })),
  );
}

function notAnswered([what, texts]: readonly [string, unknown]): readonly AskedMessage[] {
  return (texts as readonly string[]).map((text) => ({ text: String(text), answer: null, what }));
}

async function readYaml(file: string): Promise<Record<string, unknown>> {
  return parse(await readFile(join(own, file), 'utf8')) as Record<string, unknown>;
}

/** By the hash of its text: `true` is the half on which weights may be fitted. */
export function isForTuning({ text }: AskedMessage): boolean {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0;
}

/** A shop's pages, and what is asked there. */
export interface AskedShop {
  readonly passages: readonly WrittenPassage[];
  readonly messages: readonly AskedMessage[];
  /** How many lessons each message is worth: of another shop there are few. */
  readonly weight: number;
}

/** All that weights, words and rules may be made by. */
export async function tuningShops(): Promise<readonly AskedShop[]> {
  const [half, typed, tried, coffee] = await Promise.all(['', 'typed', 'tried', 'coffee-shop'].map(readMessages));
  return [
    {
      passages: await starterPassages(),
      messages: [...(half ?? []).filter(isForTuning), ...(typed ?? []), ...(tried ?? [])],
      weight: 1,
    },
    { passages: await coffeeShopPassages(), messages: coffee ?? [], weight: 4 },
  ];
}

export async function starterPassages(): Promise<readonly WrittenPassage[]> {
  return passagesIn(join(packageFolder(), 'pages'));
}

export async function flowerShopPassages(): Promise<readonly WrittenPassage[]> {
  return passagesIn(join(own, 'flower-shop'));
}

export async function coffeeShopPassages(): Promise<readonly WrittenPassage[]> {
  return passagesIn(join(own, 'coffee-shop'));
}

async function passagesIn(folder: string): Promise<readonly WrittenPassage[]> {
  return loadPages(await readPageFiles(folder), { locale: 'en-US' }).passages;
}

/** Whether a passage is the one that answers. */
export function isAnswer(
  passage: { readonly page: string; readonly title: string },
  { answer }: AskedMessage,
): boolean {
  if (answer === null || passage.page !== answer.page) return false;
  return passage.title === answer.heading || passage.title.endsWith(` › ${answer.heading}`);
}
