import type { BookChange, ChangedFlow } from '../runtime/live-book.ts';
import type { PagesChange } from '../runtime/live-pages.ts';
import type { RulesChange } from '../runtime/live-rules.ts';
import type { SynonymsChange } from '../runtime/live-synonyms.ts';
import { mistakesReport } from './failure.ts';

/** What to say when flow files have changed. */
export function flowNews(change: BookChange, coloured: boolean): string {
  if (change.result === 'broken') {
    return `${mistakesReport(change.mistakes, coloured)}The version before stays live.\n`;
  }
  const news =
    change.changed.length === 0 ? 'The flows are live as they are now.\n' : change.changed.map(changedLine).join('');
  return `${news}${warningsLine(change.warnings.length)}`;
}

/** What to say when the files of the shop's rules have changed. */
export function rulesNews(change: RulesChange, coloured: boolean): string {
  if (change.result === 'broken') {
    return `${mistakesReport(change.mistakes, coloured)}The rules before stay live.\n`;
  }
  return change.files.map((file) => `The rules in "${file}" are live.\n`).join('');
}

/** What to say when pages have changed. */
export function pagesNews(change: PagesChange, coloured: boolean): string {
  if (change.result === 'broken') return `${mistakesReport(change.mistakes, coloured)}The pages before stay live.\n`;
  const gone = change.gone.map((file) => `The page "${file}" is gone, the others are live.\n`);
  const live = change.files.map((file) => `The page "${file}" is live.\n`);
  const warned = change.warnings.filter(({ file }) => change.files.includes(file));
  return [...gone, ...live, warned.length === 0 ? '' : mistakesReport(warned, coloured)].join('');
}

/** What to say when the synonyms have changed. */
export function synonymsNews(change: SynonymsChange, coloured: boolean): string {
  if (change.result === 'broken') return `${mistakesReport(change.mistakes, coloured)}The synonyms before stay live.\n`;
  if (change.taken) return 'The synonyms are live.\n';
  return 'The synonyms are good, but the search server has not taken them: it is asked again in ten seconds.\n';
}

/** Missing translations would drown the news: they are told where they are asked for. */
function warningsLine(count: number): string {
  if (count === 0) return '';
  return `${count === 1 ? 'There is 1 warning' : `There are ${count} warnings`}; "parley flows check" tells.\n`;
}

function changedLine({ flow, people }: ChangedFlow): string {
  return `Flow "${flow}" is live.${people === 0 ? '' : ` ${inTheMiddle(people)}`}\n`;
}

function inTheMiddle(people: number): string {
  const who = people === 1 ? '1 person is' : `${people} people are`;
  return `${who} in the middle of it: an unchanged step goes on, a changed one is asked again.`;
}
