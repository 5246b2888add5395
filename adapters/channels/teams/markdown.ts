import type { RichText } from '../../../src/channel/rich-text.ts';
import { linesOf, type Run } from './runs.ts';

/**
 * For `textFormat: markdown`, in the part of it that every Teams client shows (learn.microsoft.com/microsoftteams, "Format your bot
 * messages": bold, italic, code, links). A line ends with two spaces, or Teams joins it with the next. Signs that would not be read as
 * the style they stand for are left out: a word that is not bold is better than one between asterisks.
 */
export function toMarkdown(text: RichText): string {
  return linesOf(text).map(lineMarkdown).join('  \n');
}

function lineMarkdown(runs: readonly Run[]): string {
  const line = runs.reduce((before, run, index) => {
    const after = runs[index + 1];
    return before + runMarkdown(run, { before: lastOf(before), after: after ? firstSign(after) : ' ' });
  }, '');
  return escapeStart(line);
}

interface Between {
  /** The last sign before, and the first one after; a space at the line's ends. */
  readonly before: string;
  readonly after: string;
}

function firstSign({ text, code, link }: Run): string {
  if (link !== null && text.trim() !== '') return '[';
  return code ? '`' : firstOf(text);
}

function runMarkdown({ text, bold, italic, code, link }: Run, between: Between): string {
  const [, start = '', words = '', end = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  if (words === '') return text;
  if (link !== null) {
    const within = styled(words, { bold, italic, code, between: { before: '[', after: ']' } });
    return `${start}[${within}](${linkMarkdown(link)})${end}`;
  }
  const around = { before: start === '' ? between.before : ' ', after: end === '' ? between.after : ' ' };
  const shown = styled(words, { bold, italic, code, between: around });
  // Before a link it would make a picture of it.
  return `${start}${around.after === '[' ? shown.replace(/!$/u, '\\!') : shown}${end}`;
}

type Styling = Pick<Run, 'bold' | 'italic' | 'code'> & { readonly between: Between };

function styled(words: string, { bold, italic, code, between }: Styling): string {
  const isCode = code && between.before !== '`';
  const marked = isCode ? codeMarkdown(words) : escapeMarkdown(words);
  const signs = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  return signs !== '' && isFlanked(marked, between) ? `${signs}${marked}${signs}` : marked;
}

/** CommonMark 0.31, "Emphasis": what opens must not look as if it closed, nor the other way round. */
function isFlanked(marked: string, { before, after }: Between): boolean {
  if (before === '*') return false;
  const opens = !isSign(firstOf(marked)) || isApart(before);
  return opens && (!isSign(lastOf(marked)) || isApart(after));
}

function isApart(sign: string): boolean {
  return /\s/u.test(sign) || isSign(sign);
}

function isSign(sign: string): boolean {
  return /[\p{P}\p{S}]/u.test(sign);
}

function firstOf(text: string): string {
  return /^./su.exec(text)?.[0] ?? ' ';
}

function lastOf(text: string): string {
  return /.$/su.exec(text)?.[0] ?? ' ';
}

/** As many backticks around as are not within: CommonMark 0.31, "Code spans". */
function codeMarkdown(words: string): string {
  const longest = Math.max(0, ...(words.match(/`+/gu) ?? []).map((ticks) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  const isTight = !words.startsWith('`') && !words.endsWith('`');
  return isTight ? `${ticks}${words}${ticks}` : `${ticks} ${words} ${ticks}`;
}

/** As few signs as can be: most of what people write has none that markdown would take for its own. */
function escapeMarkdown(words: string): string {
  return words.replace(/\\(?=[!-/:-@[-`{-~]|$)|[`*_[\]]|<(?=[a-z/!?])|~(?=~)|&(?=#?\w{1,32};)/giu, '\\$&');
}

/** What begins a heading, a quote, a rule or a list where a line begins. */
function escapeStart(line: string): string {
  const [, space = '', number = ''] = /^(\s*)(\d{1,9})(?=[.)](?:\s|$))/u.exec(line) ?? [];
  if (number !== '') return `${space}${number}\\${line.slice(space.length + number.length)}`;
  return line.replace(/^(\s*)(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-{2,}|=+\s*$|~)/u, '$1\\');
}

function linkMarkdown(address: string): string {
  return address.replace(/[()\\<>\s]/gu, (sign) =>
    encodeURIComponent(sign).replace(/[()]/gu, (each) => (each === '(' ? '%28' : '%29')),
  );
}
