import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { learnable, thresholdsFor } from '../evaluation/sentiment/cross-validation.ts';
import { readRated } from '../evaluation/sentiment/rated.ts';
import { train } from '../evaluation/sentiment/train.ts';
import { packageFolder } from '../src/config/package-folder.ts';
import type { Weights } from '../src/understanding/sentiment/english.ts';

/** Reckons the weights of English words anew from the rated texts, and writes them where they are read from. */
const data = process.env['PARLEY_DATA_SETS'] ?? join(packageFolder(), '..', 'shared', 'data');
const file = join(packageFolder(), 'src', 'understanding', 'sentiment', 'english-weights.ts');

const head = `/**
 * What a word adds to a rating of −4 to 4, to a twentieth; \`not~…\` after a negation, \`#…\` of the whole text. Written by
 * scripts/train-sentiment.ts from texts rated by twenty people each (Hutto & Gilbert, ICWSM 2014). MIT, © 2016 C.J. Hutto: ./NOTICE.
 */
export const weights: Readonly<Record<string, string>> = {`;

/** A fiftieth part of the smallest step people rate in tells nothing. */
function rounded(name: string, weight: number): number {
  return name.startsWith('#') ? Math.round(weight * 1000) / 1000 : Math.round(weight * 20) / 20;
}

function written(weights: Weights): string {
  const byWeight = new Map<number, string[]>();
  for (const [name, weight] of weights) {
    const at = rounded(name, weight);
    if (at !== 0) byWeight.set(at, [...(byWeight.get(at) ?? []), name]);
  }
  const sorted = [...byWeight].sort(([one], [other]) => one - other);
  const lines = sorted.map(([weight, names]) => `  ${key(weight)}: ${quoted(names.sort().join(' '))},`);
  return [head, ...lines, '};', ''].join('\n');
}

function key(weight: number): string {
  return weight < 0 ? `'${weight}'` : String(weight);
}

function quoted(words: string): string {
  const escaped = words.replaceAll('\\', '\\\\');
  return words.includes("'") && !words.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}

const rated = await readRated(data);
if (rated === null) {
  console.error(`There are no rated texts in ${data}.`);
  process.exitCode = 1;
} else {
  const learnt = learnable(rated);
  await writeFile(file, written(train(learnt)));
  const { bad, good } = thresholdsFor(learnt);
  console.log(`${file}\nbad up to ${bad.toFixed(2)}, good from ${good.toFixed(2)}`);
}
