import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import { BadLine } from './bad-line.ts';
import type { ConversationTest } from './conversation-test.ts';
import { readGiven, readProducts } from './read-given.ts';
import { readLine } from './talk-line.ts';

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

function talkNodes(contents: unknown): readonly Node[] {
  const talk = isMap(contents) ? (contents as YAMLMap).get('talk', true) : null;
  return isSeq(talk) ? (talk.items as Node[]) : [];
}
