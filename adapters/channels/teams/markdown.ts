import type { RichText } from '../../../src/channel/rich-text.ts';
import { linesOf, type Run } from './runs.ts';

/**
 * For `textFormat: markdown`, in the part of it that every Teams client shows (learn.microsoft.com/microsoftteams, "Format your bot
 * messages": bold, italic, code, links). A line ends with two spaces, or Teams joins it with the next.
 */
export function toMarkdown(text: RichText): string {
  return linesOf(text)
    .map((line) => escapeStart(line.map(runMarkdown).join('')))
    .join('  \n');
}

function runMarkdown({ text, bold, italic, code, link }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  if (words === '') return text;
  const marked = code ? codeMarkdown(words) : escapeMarkdown(words);
  const signs = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  const styled = `${signs}${marked}${[...signs].reverse().join('')}`;
  return `${before}${link === null ? styled : `[${styled}](${linkMarkdown(link)})`}${after}`;
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
  return words.replace(/\\(?=[!-/:-@[-`{-~])|[`*_[\]]|<(?=[a-z/!?])|~(?=~)|&(?=#?\w{1,32};)/giu, '\\$&');
}

/** What begins a heading, a quote, a rule or a list where a line begins. */
function escapeStart(line: string): string {
  const [, space = '', number = ''] = /^(\s*)(\d{1,9})(?=[.)](?:\s|$))/u.exec(line) ?? [];
  if (number !== '') return `${space}${number}\\${line.slice(space.length + number.length)}`;
  return line.replace(/^(\s*)(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|-{2,}|={2,}|~)/u, '$1\\');
}

function linkMarkdown(address: string): string {
  return address.replace(/[()\\<>\s]/gu, (sign) =>
    encodeURIComponent(sign).replace(/[()]/gu, (each) => (each === '(' ? '%28' : '%29')),
  );
}
