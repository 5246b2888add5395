import { existsSync, readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { SearchError } from '../catalog/search-error.ts';
import { ConfigError } from '../config/config.ts';
import type { Mistake } from '../dialog/book.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import { FlowsBroken } from '../runtime/live-book.ts';
import { PagesBroken } from '../runtime/live-pages.ts';
import { RulesBroken } from '../runtime/live-rules.ts';
import { StoreError } from '../storage/errors.ts';
import { report } from './flows-check.ts';

/** A failure that is no defect: told in its own words, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

interface Told {
  /** Ends with a line break, or is empty when everything has been said. */
  readonly words: string;
  readonly exitCode: number;
}

/** What a person should read when a command fails. Only a defect shows its stack. */
export function tellFailure(error: unknown, coloured: boolean): Told {
  if (error instanceof CommanderError) return { words: '', exitCode: error.exitCode === 0 ? 0 : 2 };
  if (error instanceof Failure) return { words: `${error.message}\n`, exitCode: error.exitCode };
  if (error instanceof ConfigError) return { words: configWords(error), exitCode: 2 };
  if (error instanceof FlowsBroken) return { words: flowsWords(error, coloured), exitCode: 1 };
  if (error instanceof RulesBroken) return { words: rulesWords(error, coloured), exitCode: 1 };
  if (error instanceof PagesBroken) return { words: pagesWords(error, coloured), exitCode: 1 };
  if (error instanceof StoreError) return { words: storeWords(error), exitCode: 1 };
  if (error instanceof SearchError) return { words: searchWords(error), exitCode: 1 };
  return { words: `This should not have happened:\n${stackOf(error)}\n`, exitCode: 70 };
}

function configWords({ problems }: ConfigError): string {
  const lines = problems.map((problem) => `  ${problem}\n`).join('');
  return `Parley cannot start with these settings:\n${lines}.env.example explains each of them.\n`;
}

function flowsWords({ mistakes }: FlowsBroken, coloured: boolean): string {
  return `${mistakesReport(mistakes, coloured)}The shop stays closed until the flows are mended.\n`;
}

function rulesWords({ mistakes }: RulesBroken, coloured: boolean): string {
  return `${mistakesReport(mistakes, coloured)}Nothing is sold until the rules are mended.\n`;
}

function pagesWords({ mistakes }: PagesBroken, coloured: boolean): string {
  return `${mistakesReport(mistakes, coloured)}The shop stays closed until the pages are mended.\n`;
}

/** As `parley flows check` tells them. */
export function mistakesReport(mistakes: readonly Mistake[], coloured: boolean): string {
  const paths = [...new Set(mistakes.map(({ file }) => file))];
  return report(mistakes, paths.map(asItIsNow), coloured);
}

function asItIsNow(path: string): FlowFile {
  return { path, text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
}

const storeHelp: Readonly<Record<StoreError['code'], string>> = {
  STORE_UNAVAILABLE: 'Is the database running, and does MONGODB_URI (or PARLEY_DATA) name it?',
  STORE_UNSUITABLE: 'MongoDB has to be a replica set: start mongod with --replSet and run rs.initiate() once.',
  STORE_FAILED: 'Is there room on the disk, and may Parley write into PARLEY_DATA?',
};

function storeWords({ code, message }: StoreError): string {
  return `The store does not work: ${message}\n${storeHelp[code]} (${code})\n`;
}

function searchWords({ code, message }: SearchError): string {
  return `The search does not work: ${message} (${code})\n`;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
