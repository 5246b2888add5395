import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { Product } from '../catalog/product.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import type { JsonObject } from '../storage/json.ts';
import type { ConversationTest, GivenDocument, Line } from './conversation-test.ts';
import { readDuration } from './duration.ts';
import { givenProduct } from './given-products.ts';

export interface TestMistake {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface ReadTests {
  readonly tests: readonly ConversationTest[];
  readonly mistakes: readonly TestMistake[];
}

/** Reads every test of every file; a file may hold several, divided by `---`. */
export function readTests(files: readonly FlowFile[], currency: string): ReadTests {
  const read = files.flatMap((file) => readFile(file, currency));
  return {
    tests: read.flatMap((one) => ('title' in one ? one : [])),
    mistakes: read.flatMap((one) => ('message' in one ? one : [])),
  };
}

function readFile({ path, text }: FlowFile, currency: string): (ConversationTest | TestMistake)[] {
  const pieces = text.split(/^---[ \t]*$/mu);
  let before = 0;
  return pieces.flatMap((piece) => {
    const firstLine = before;
    before += piece.split('\n').length - 1;
    return piece.trim() === '' ? [] : [readTest(piece, { file: path, firstLine, currency })];
  });
}

interface Place {
  readonly file: string;
  readonly firstLine: number;
  readonly currency: string;
}

const bodiesSchema = z.array(z.record(z.string(), z.json())) as z.ZodType<readonly JsonObject[]>;

const testSchema = z.strictObject({
  test: z.string('A test needs a title: "test: a shopper asks by number"'),
  starts: z.coerce.date('"starts" must be a time, for example 2026-06-15T12:00:00Z').optional(),
  given: z.looseObject({ locale: z.string().optional(), products: z.unknown().optional() }).default({}),
  talk: z.array(z.unknown()).min(1, 'A test needs at least one line under "talk"'),
});

/** So that a test says the same on every day. */
const usualStart = Date.UTC(2026, 5, 15, 12);

function readTest(text: string, { file, firstLine, currency }: Place): ConversationTest | TestMistake {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [broken] = document.errors;
  if (broken)
    return { file, line: firstLine + (broken.linePos?.[0].line ?? 1), message: broken.message.split('\n')[0] ?? '' };
  const read = testSchema.safeParse(document.toJS());
  if (!read.success)
    return { file, line: firstLine + 1, message: read.error.issues.map(({ message }) => message).join('; ') };
  try {
    const lineOf = (node: Node): number => firstLine + counter.linePos(node.range?.[0] ?? 0).line;
    const talk = talkNodes(document.contents).map((node) => readLine(node, lineOf(node)));
    const startsAt = read.data.starts?.getTime() ?? usualStart;
    const { products, locale = null, ...given } = read.data.given;
    const shown = { given: readGiven(given), products: readProducts(products, currency) };
    return { file, title: read.data.test, startsAt, locale, ...shown, talk };
  } catch (error) {
    if (!(error instanceof BadLine)) throw error;
    return { file, line: error.line, message: error.message };
  }
}

class BadLine extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

function talkNodes(contents: unknown): readonly Node[] {
  const talk = isMap(contents) ? (contents as YAMLMap).get('talk', true) : null;
  return isSeq(talk) ? (talk.items as Node[]) : [];
}

function readProducts(products: unknown, currency: string): readonly Product[] | null {
  if (products === undefined) return null;
  try {
    return (Array.isArray(products) ? products : [products]).map((one) => givenProduct(one, currency));
  } catch (error) {
    throw new BadLine(1, error instanceof Error ? error.message : String(error));
  }
}

const kinds = ['order', 'customer', 'cart'] as const;

function readGiven(given: Readonly<Record<string, unknown>>): readonly GivenDocument[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const kind = kinds.find((known) => name === known || name === `${known}s`);
    if (kind === undefined) throw new BadLine(1, `"given" knows product, ${kinds.join(', ')}; not "${name}"`);
    const bodies = bodiesSchema.safeParse(Array.isArray(value) ? value : [value]);
    if (!bodies.success) throw new BadLine(1, `A given ${kind} is written as { id: …, … }`);
    return bodies.data.map((body) => ({ kind, id: ownId(kind, body), body }));
  });
}

function ownId(kind: GivenDocument['kind'], body: JsonObject): string | null {
  const { id } = body;
  if (typeof id === 'string') return id;
  if (kind === 'customer' || kind === 'cart') return null;
  throw new BadLine(1, `A given ${kind} needs an "id"`);
}

type Reader = (value: unknown, line: number) => Line;

const readers: Readonly<Record<string, Reader>> = {
  shopper: (value, line) => ({ does: 'shopper', line, text: String(value ?? '') }),
  presses: (value, line) => ({ does: 'presses', line, label: String(value) }),
  opens: (value, line) => ({ does: 'opens', line, payload: typeof value === 'string' ? value : null }),
  parley: (value, line) => ({ does: 'parley', line, text: String(value ?? '') }),
  offers: (value, line) => ({
    does: 'offers',
    line,
    labels: Array.isArray(value) ? value.map(String) : [String(value)],
  }),
  wait: (value, line) => ({ does: 'wait', line, ms: duration(value, line) }),
  again: (_value, line) => ({ does: 'again', line }),
  restart: (_value, line) => ({ does: 'restart', line }),
  fails: (value, line) => ({ does: 'fails', line, action: String(value) }),
  desk: (value, line) => ({ does: 'desk', line, move: deskMove(value) }),
};

function readLine(node: Node, line: number): Line {
  const value: unknown = node.toJSON();
  const [key, given] = typeof value === 'string' ? [value, null] : (Object.entries(value ?? {})[0] ?? ['', null]);
  const reader = readers[key];
  if (!reader) throw new BadLine(line, `A line of a talk is one of ${Object.keys(readers).join(', ')}; not "${key}"`);
  return reader(given, line);
}

function duration(value: unknown, line: number): number {
  const ms = readDuration(String(value));
  if (ms === null) throw new BadLine(line, `"${String(value)}" is no time to wait; write "20 minutes" or "2 days"`);
  return ms;
}

function deskMove(value: unknown): 'take' | 'give-back' | { say: string } {
  if (value === 'take') return 'take';
  return value === 'gives back' || value === 'give back' ? 'give-back' : { say: String(value) };
}
