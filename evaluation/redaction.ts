import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { nothingKnown } from '../src/assistant/guards/redaction/known-words.ts';
import { createRedactor } from '../src/assistant/guards/redaction/redact.ts';
import { createVault } from '../src/assistant/guards/redaction/vault.ts';
import { packageFolder } from '../src/config/package-folder.ts';
import type { Voice } from '../src/understanding/personal/span.ts';
import type { Figure, Piece } from './piece.ts';

/** What is hidden from a model though it tells nothing of anybody, and what is not though it does. */
export const redaction: Piece = {
  name: 'redaction',
  about:
    'wishes and product texts that are hidden in vain, and addresses, numbers and names that are hidden as they should be',
  async run({ data }) {
    try {
      return [...(await inVain(data)), ...(await asTheyShould(data))];
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return { notHere: 'a data set is missing' };
      throw error;
    }
  },
};

async function inVain(data: string): Promise<readonly Figure[]> {
  const wishes = texts(await readFile(join(data, 'webshop_goals', 'goals_dev.jsonl'), 'utf8'), ['text']);
  const demo = texts(await readFile(join(packageFolder(), 'demo', 'products.jsonl'), 'utf8'), ['title', 'description']);
  const catalogue = gunzipSync(await readFile(join(data, 'icecat_chorus', 'products.jsonl.gz'))).toString();
  const icecat = texts(catalogue, ['title', 'name', 'description', 'short_description']);
  return [
    share('wishes changed', wishes, { voice: 'talk', atMost: 0.005 }),
    share('demo products changed', demo, { voice: 'shop', atMost: 0.005 }),
    share('icecat products changed', icecat, { voice: 'shop', atMost: 0.005 }),
    { name: 'time of a message', value: timeOf(wishes), unit: 'ms', note: 'mean over the wishes' },
  ];
}

function texts(lines: string, fields: readonly string[]): readonly string[] {
  const documents = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return documents
    .flatMap((document) => fields.map((field) => document[field]))
    .filter((each) => typeof each === 'string');
}

function hidden(text: string, voice: Voice): string {
  const messages = voice === 'talk' ? [{ from: 'shopper' as const, text }] : [];
  const redactor = createRedactor({ personal: nothingKnown, messages, country: 'US', vault: createVault() });
  return redactor.text(text, voice);
}

function share(name: string, all: readonly string[], { voice, atMost }: { voice: Voice; atMost: number }): Figure {
  const changed = all.filter((text) => hidden(text, voice) !== text);
  return {
    name,
    value: changed.length / Math.max(1, all.length),
    unit: 'share',
    aim: { atMost },
    note: `${changed.length} of ${all.length} texts`,
  };
}

function timeOf(all: readonly string[]): number {
  const from = performance.now();
  for (const text of all) hidden(text, 'talk');
  return (performance.now() - from) / all.length;
}

interface Sentence {
  readonly text: string;
  readonly slots: readonly string[] | null;
}

interface Talk {
  readonly id: string;
  readonly customer_turns: readonly Sentence[];
}

async function asTheyShould(data: string): Promise<readonly Figure[]> {
  const files = ['train.jsonl', 'dev.jsonl'].map((name) => readFile(join(data, 'multidogo_fastfood', name), 'utf8'));
  const lines = (await Promise.all(files)).flatMap((file) => file.trim().split('\n'));
  const talks = lines.map((line) => JSON.parse(line) as Talk).filter(({ id }) => isReported(id));
  const sentences = talks.flatMap((talk) => talk.customer_turns);
  return [kept('phonenumber', sentences), kept('address', sentences), kept('name', sentences)];
}

/** Patterns were written with the other half in view. */
function isReported(id: string): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 1;
}

/** Share of the words so labelled that are not sent as they were. */
function kept(slot: string, sentences: readonly Sentence[]): Figure {
  let [labelled, gone] = [0, 0];
  for (const { text, slots } of sentences) {
    const words = text.split(' ');
    const own = words.filter((word, index) => slots?.[index] === slot && /[\p{L}\p{N}]/u.test(word));
    if (own.length === 0) continue;
    const sent = hidden(text, 'talk').split(/[^\p{L}\p{N}]+/u);
    labelled += own.length;
    gone += own.filter((word) => !sent.includes(word)).length;
  }
  return {
    name: `${slot} hidden`,
    value: gone / Math.max(1, labelled),
    unit: 'share',
    note: `${labelled} words, made up by crowd workers, each sentence alone, nothing known of anybody; half by hash, the other half was looked at`,
  };
}
