import type { Command } from 'commander';
import pc from 'picocolors';
import { loadSynonyms } from '../catalog/synonyms-file.ts';
import type { Mistake } from '../dialog/book.ts';
import { type Lacking, lackingIn } from '../dialog/files/check/missing-translation.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import { loadBook } from '../dialog/files/load-book.ts';
import type { FlowsDeps } from './flows-deps.ts';

/** `parley flows check`: every mistake with its line, and exit code 1 when one keeps the flows from going live. */
export function addFlowsCheck(flows: Command, deps: FlowsDeps): void {
  flows
    .command('check')
    .description('tell every mistake in the flow files')
    .option('--all', 'each text that has no translation, with its line')
    .option('--json', 'write them as JSON, for other programs')
    .action(async (options: { readonly json?: boolean; readonly all?: boolean }) => {
      const { flows: files, messages, synonyms } = await deps.readFlows();
      const { mistakes: ofFlows } = loadBook(files, messages, await deps.context());
      const mistakes = [...ofFlows, ...(synonyms ? loadSynonyms(synonyms).mistakes : [])];
      const coloured = deps.isTerminal && !options.json;
      deps.write(
        options.json
          ? `${JSON.stringify({ mistakes }, null, 2)}\n`
          : (options.all ? reportAll : report)(
              mistakes,
              [...files, ...messages, ...(synonyms ? [synonyms] : [])],
              coloured,
            ),
      );
      if (mistakes.some(({ severity }) => severity === 'error')) deps.fail();
    });
}

/** As `reportAll`, but what has no translation yet in a line for each language: dozens of them would hide a mistake. */
export function report(mistakes: readonly Mistake[], files: readonly FlowFile[], coloured: boolean): string {
  const colours = pc.createColors(coloured);
  const others = mistakes.filter((mistake) => lackingIn(mistake) === null);
  const sections = [...untranslated(mistakes, colours), ...byFile(others, files, colours)];
  return `${[...sections, sum(mistakes, files.length, colours)].join('\n')}\n`;
}

/** Grouped by file, each with its line and a caret, errors after warnings, and a sum at the end: what has to be mended is what one sees last. */
function reportAll(mistakes: readonly Mistake[], files: readonly FlowFile[], coloured: boolean): string {
  const colours = pc.createColors(coloured);
  return `${[...byFile(mistakes, files, colours), sum(mistakes, files.length, colours)].join('\n')}\n`;
}

function untranslated(mistakes: readonly Mistake[], colours: Colours): readonly string[] {
  const lacking = mistakes.flatMap((mistake) => {
    const one = lackingIn(mistake);
    return one === null ? [] : [{ ...one, from: mistake.file }];
  });
  if (lacking.length === 0) return [];
  const wanted = [...new Set(lacking.map(({ file }) => file))];
  const lines = wanted.map((path) =>
    untranslatedLine(
      lacking.filter(({ file }) => file === path),
      colours,
    ),
  );
  return [`${colours.bold('Not translated')} ("parley flows check --all" shows each)\n${lines.join('\n')}\n`];
}

function untranslatedLine(texts: readonly (Lacking & { readonly from: string })[], colours: Colours): string {
  const [first] = texts;
  const from = [...new Set(texts.map((text) => text.from))];
  const whose = from.length === 1 ? from[0] : `${from.length} files`;
  const missing = `${count(texts.length, 'text')} of ${whose} into ${first?.language}`;
  return `  ${colours.yellow('warning')} ${missing} ${colours.cyan('→')} ${first?.file}`;
}

function byFile(mistakes: readonly Mistake[], files: readonly FlowFile[], colours: Colours): readonly string[] {
  const lines = new Map(files.map(({ path, text }) => [path, text.split(/\r?\n/)]));
  return (['warning', 'error'] as const).flatMap((severity) => {
    const alike = mistakes.filter((mistake) => mistake.severity === severity);
    return [...new Set(alike.map(({ file }) => file))].map((path) => {
      const own = alike.filter(({ file }) => file === path);
      return `${colours.bold(path)}\n${own.map((mistake) => entry(mistake, lines.get(path) ?? [], colours)).join('\n')}\n`;
    });
  });
}

type Colours = ReturnType<typeof pc.createColors>;

function entry(mistake: Mistake, lines: readonly string[], colours: Colours): string {
  const { line, column, severity, code, message, hint, file } = mistake;
  const paint = severity === 'error' ? colours.red : colours.yellow;
  const head = `  ${file}:${line}:${column} ${paint(severity)} ${message} ${colours.dim(code)}`;
  return [
    head,
    ...excerpt({ line, column }, lines, paint),
    ...(hint === null ? [] : [`    ${colours.cyan('→')} ${hint}`]),
  ].join('\n');
}

const widest = 100;

/** The line as it stands, cut to what a terminal shows, with a caret beneath the place. */
function excerpt(
  place: { readonly line: number; readonly column: number },
  lines: readonly string[],
  paint: (text: string) => string,
): readonly string[] {
  const text = (lines[place.line - 1] ?? '').replaceAll('\t', ' ');
  if (text.trim() === '') return [];
  const from = Math.max(0, place.column - widest + 20);
  const shown = text.slice(from, from + widest);
  return [
    `    ${String(place.line).padStart(4)} | ${shown}`,
    `         | ${' '.repeat(Math.max(0, place.column - 1 - from))}${paint('^')}`,
  ];
}

function sum(mistakes: readonly Mistake[], files: number, colours: Colours): string {
  const errors = mistakes.filter(({ severity }) => severity === 'error').length;
  const warnings = mistakes.length - errors;
  if (mistakes.length === 0) return colours.green(`${count(files, 'file')}, no mistakes.`);
  const words = `${count(files, 'file')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
  return errors > 0 ? colours.red(words) : colours.yellow(words);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
