import type { Inline, RichText } from '../../../src/channel/rich-text.ts';

/** Words in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly code: boolean;
  /** An address that Teams opens. */
  readonly link: string | null;
}

type Style = Omit<Run, 'text'>;

const plain: Style = { bold: false, italic: false, code: false, link: null };

/** The text line by line, each a row of runs; an empty line is an empty row. */
export function linesOf(text: RichText): readonly (readonly Run[])[] {
  return cutIntoLines(text).map((line) => line.reduce(merge, []));
}

/** Neighbours in one style are one run: their signs would stand back to back. */
function merge(runs: readonly Run[], run: Run): readonly Run[] {
  const last = runs.at(-1);
  if (!last || !isAlike(last, run)) return [...runs, run];
  return [...runs.slice(0, -1), { ...last, text: last.text + run.text }];
}

function isAlike(one: Run, other: Run): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.code === other.code && one.link === other.link;
}

function cutIntoLines(text: RichText): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  for (const run of text.flatMap((inline) => runsOf(inline, plain))) {
    const [first = '', ...others] = run.text.split(/\r\n?|\n/u);
    if (first !== '') lines.at(-1)?.push({ ...run, text: first });
    for (const other of others) lines.push(other === '' ? [] : [{ ...run, text: other }]);
  }
  return lines;
}

function runsOf(inline: Inline, style: Style): readonly Run[] {
  if (typeof inline === 'string') return [{ ...style, text: inline.toWellFormed().replaceAll('\0', '') }];
  if ('bold' in inline) return inline.bold.flatMap((each) => runsOf(each, { ...style, bold: true }));
  if ('italic' in inline) return inline.italic.flatMap((each) => runsOf(each, { ...style, italic: true }));
  if ('code' in inline) return [{ ...style, text: inline.code.toWellFormed(), code: true }];
  return linkRuns(inline.link, inline.text, style);
}

/** What Teams would not open is written out beside its words. */
function linkRuns(address: string, words: RichText, style: Style): readonly Run[] {
  const isOpened = /^(https?:|mailto:|tel:)/iu.test(address) && URL.canParse(address);
  const runs = words.flatMap((each) => runsOf(each, isOpened ? { ...style, link: new URL(address).href } : style));
  const isSaid = runs.some(({ text }) => text.trim() !== '');
  if (isOpened) return isSaid ? runs : [{ ...style, link: new URL(address).href, text: address.toWellFormed() }];
  return isSaid
    ? [...runs, { ...style, text: ` (${address.toWellFormed()})` }]
    : [{ ...style, text: address.toWellFormed() }];
}
