import type { Mistake } from '../book.ts';
import { type MistakeCode, severities } from './codes.ts';
import type { Place, SourceFile } from './place.ts';

/** Collects what is wrong, over all files. */
export interface Mistakes {
  report(code: MistakeCode, at: Place, message: string, hint?: string | null): void;
  /** Says no more of these lines: what they mean cannot be known. */
  mute(file: SourceFile, line: number): void;
  /** How many were told that leave a part of a file unread. */
  structural(): number;
  /** In the order of files, lines and columns, each once. */
  sorted(): readonly Mistake[];
}

export function createMistakes(): Mistakes {
  const found = new Map<string, Mistake>();
  const muted = new Set<string>();
  let structural = 0;
  return {
    report(code, at, message, hint = null) {
      const mistake = locate(code, at, { message, hint });
      if (muted.has(lineKey(mistake.file, mistake.line)) && code !== 'broken-yaml') return;
      if (leavesOut.has(code)) structural += 1;
      found.set(`${mistake.file}:${mistake.line}:${mistake.column} ${code} ${message}`, mistake);
    },
    mute: (file, line) => muted.add(lineKey(file.path, line)),
    structural: () => structural,
    sorted: () => [...found.values()].sort(inOrder),
  };
}

const leavesOut = new Set<MistakeCode>(['broken-yaml', 'unknown-step', 'missing-key', 'wrong-type']);

function locate(
  code: MistakeCode,
  at: Place,
  words: { readonly message: string; readonly hint: string | null },
): Mistake {
  const { line, col } = at.file.lines.linePos(at.start);
  return {
    file: at.file.path,
    line,
    column: col,
    severity: severities[code],
    code,
    ...words,
  };
}

function inOrder(one: Mistake, other: Mistake): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column || (one.code < other.code ? -1 : 1);
}

function lineKey(path: string, line: number): string {
  return `${line} ${path}`;
}
