import { join } from 'node:path';
import { packageFolder } from '../src/config/package-folder.ts';
import { cold } from './cold.ts';
import { durable } from './durable.ts';
import { engine } from './engine.ts';
import { flat } from './flat.ts';
import { idle } from './idle.ts';
import { catalogueImport } from './import.ts';
import { lastPieces } from './last-pieces.ts';
import type { Piece, Table } from './piece.ts';
import { drawTable, machine, writeReport } from './report.ts';
import { search } from './search.ts';
import { webhook } from './webhook.ts';

const pieces: readonly Piece[] = [engine, durable, flat, idle, cold, catalogueImport, search, webhook, lastPieces];

const given = process.argv.slice(2);
const quick = given.includes('--quick');
const names = given.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !pieces.some((piece) => piece.name === name));
if (unknown.length > 0 || given.includes('--help')) explain();
else await runPieces(pieces.filter(({ name }) => names.length === 0 || names.includes(name)));

function explain(): void {
  const lines = pieces.map(({ name, about }) => `  ${name.padEnd(12)}${about}`);
  console.log(['npm run bench -- [piece …] [--quick]', ...lines].join('\n'));
  if (unknown.length > 0) process.exitCode = 1;
}

async function runPieces(chosen: readonly Piece[]): Promise<void> {
  const tables: Table[] = [];
  const skipped: string[] = [];
  const about = machine();
  const show = (table: Table): void => {
    tables.push(table);
    console.log(drawTable(table));
  };
  for (const piece of chosen) {
    console.error(`${piece.name}: ${piece.about}`);
    skipped.push(...(await piece.run({ quick, say: (line) => console.error(line), show })));
  }
  for (const line of skipped) console.log(`skipped: ${line}`);
  const file = join(packageFolder(), 'bench', 'results', 'latest.json');
  writeReport(file, { at: new Date().toISOString(), quick, machine: about, tables, skipped });
  console.log(`\nfigures: ${file}`);
}
