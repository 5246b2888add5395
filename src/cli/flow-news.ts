import type { BookChange, ChangedFlow } from '../runtime/live-book.ts';
import { mistakesReport } from './failure.ts';

/** What to say when flow files have changed. */
export function flowNews(change: BookChange, coloured: boolean): string {
  if (change.result === 'broken') {
    return `${mistakesReport(change.mistakes, coloured)}The version before stays live.\n`;
  }
  const warnings = change.warnings.length > 0 ? mistakesReport(change.warnings, coloured) : '';
  return `${warnings}${change.changed.length === 0 ? 'The flows are live as they are now.\n' : change.changed.map(changedLine).join('')}`;
}

function changedLine({ flow, people }: ChangedFlow): string {
  return `Flow "${flow}" is live.${people === 0 ? '' : ` ${inTheMiddle(people)}`}\n`;
}

function inTheMiddle(people: number): string {
  const who = people === 1 ? '1 person is' : `${people} people are`;
  return `${who} in the middle of it: an unchanged step goes on, a changed one is asked again.`;
}
