import { join } from 'node:path';
import { packageFolder } from '../src/config/package-folder.ts';
import { chosenPieces } from './chosen-pieces.ts';
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

const quick = process.argv.includes('--quick');
const chosen = chosenPieces(pieces, 'npm run bench -- [piece …] [--quick]');
if (chosen.length > 0) await runPieces();

async function runPieces(): Promise<void> {
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
