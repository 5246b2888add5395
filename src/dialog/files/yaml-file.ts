import { type Node, parseDocument, type YAMLError } from 'yaml';
import type { FlowFile } from './flow-file.ts';
import { createLines } from './lines.ts';
import type { Mistakes } from './mistakes.ts';
import type { SourceFile } from './place.ts';

export interface YamlFile {
  readonly file: SourceFile;
  /** `null`: empty, or so broken that its parts mean nothing. */
  readonly root: Node | null;
  readonly broken: boolean;
}

export function parseYaml({ path, text }: FlowFile, mistakes: Mistakes): YamlFile {
  const lines = createLines(text);
  const file: SourceFile = { path, text, lines };
  const document = parsed(text);
  if (document === null) {
    const hint = 'Look for a row of opening brackets.';
    mistakes.report('broken-yaml', { file, start: 0, end: 0 }, 'This file is nested too deeply to be read.', hint);
    return { file, root: null, broken: true };
  }
  const lost = reportErrors(document.errors, file, mistakes);
  return { file, root: lost ? null : document.contents, broken: document.errors.length > 0 };
}

/** `null` when the parser gives up: it recurses, and a file may be nested deeper than the stack. */
function parsed(text: string): ReturnType<typeof parseDocument> | null {
  try {
    return parseDocument(text, { schema: 'core', uniqueKeys: true });
  } catch {
    return null;
  }
}

/** The parser goes on after a mistake; what it makes of the rest is worth reading after some of them and not after others. */
function reportErrors(errors: readonly YAMLError[], file: SourceFile, mistakes: Mistakes): boolean {
  const told = new Set<number>();
  for (const error of errors) {
    const { line } = file.lines.linePos(error.pos[0]);
    if (!told.has(line)) reportError(error, file, mistakes);
    told.add(line);
    mistakes.mute(file, line);
  }
  return errors.some((error) => !isLocal(error));
}

function isLocal(error: YAMLError): boolean {
  const local = ['DUPLICATE_KEY', 'BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED'];
  return local.includes(error.code) || error.message.startsWith('Unexpected scalar at node end');
}

function reportError(error: YAMLError, file: SourceFile, mistakes: Mistakes): void {
  const [start, end] = error.pos;
  const [message, hint] = plainWords(error);
  mistakes.report('broken-yaml', { file, start, end }, message, hint);
}

/** The parser's word for programmers, in words for everybody else. */
function plainWords(error: YAMLError): readonly [message: string, hint: string | null] {
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return ['There is a second colon in this line.', 'Put a text with a colon in quotes: say: "Open: 9 to 5"'];
    case 'TAB_AS_INDENT':
      return ['This line begins with a tab.', 'Use spaces: two for each level.'];
    case 'DUPLICATE_KEY':
      return ['This key is here twice.', 'Keep one of them.'];
    case 'BAD_SCALAR_START':
      return ['A text cannot begin with this character.', 'Put the text in quotes.'];
    case 'BAD_DQ_ESCAPE':
      return ['A backslash in double quotes means something else here.', 'Use single quotes, or write \\\\.'];
    case 'MULTIPLE_DOCS':
      return ['A file holds one flow; `---` begins another.', 'Put each flow into a file of its own.'];
    case 'MISSING_CHAR':
      return missingChar(error.message);
    case 'BAD_INDENT':
      return ['This line is not indented as it should be.', 'Line it up with the others of its list.'];
    case 'UNEXPECTED_TOKEN':
      return unexpected(error.message);
    default:
      return [
        `This cannot be read: ${firstLine(error.message)}.`,
        'Look for a quote, a colon or an indentation that is off.',
      ];
  }
}

function missingChar(message: string): readonly [string, string] {
  if (message.includes('quote')) return ['A quote is opened and never closed.', 'Add the closing quote.'];
  if (message.includes('- indicator'))
    return ['This line has no "- " in front, or too little indentation.', 'Line it up with the key above.'];
  return ['A bracket is opened and never closed.', 'Add the closing bracket.'];
}

function unexpected(message: string): readonly [string, string] {
  if (message.includes('at node end')) {
    return ['There is something after the closing quote.', 'Use the other kind of quotes around the whole text.'];
  }
  return ['This is not where it belongs.', 'Check the indentation of this line and of the one above.'];
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
