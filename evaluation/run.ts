import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chosenPieces } from '../bench/chosen-pieces.ts';
import { packageFolder } from '../src/config/package-folder.ts';
import { assistant } from './assistant.ts';
import { drawFigures } from './draw-figures.ts';
import { intents } from './intents.ts';
import { pages } from './pages.ts';
import type { Figure, Piece } from './piece.ts';
import { redaction } from './redaction.ts';
import { search } from './search.ts';
import { sentiment } from './sentiment.ts';
import { slots } from './slots.ts';
import { wishes } from './wishes.ts';

const pieces: readonly Piece[] = [intents, redaction, sentiment, pages, wishes, slots, search, assistant];

const chosen = chosenPieces(pieces, 'npm run eval -- [piece …]');
if (chosen.length > 0) await runPieces();

interface Done {
  readonly piece: string;
  readonly figures: readonly Figure[];
}

async function runPieces(): Promise<void> {
  const data = process.env['PARLEY_DATA_SETS'] ?? join(packageFolder(), '..', 'shared', 'data');
  const done: Done[] = [];
  const skipped: string[] = [];
  for (const piece of chosen) {
    console.error(`${piece.name}: ${piece.about}`);
    const result = (await isThere(data)) ? await piece.run({ data, say }) : { notHere: `there is no folder ${data}` };
    if ('notHere' in result) {
      skipped.push(`${piece.name}: ${result.notHere}`);
      continue;
    }
    done.push({ piece: piece.name, figures: result });
    console.log(drawFigures(piece.name, result));
  }
  for (const line of skipped) console.log(`skipped: ${line}`);
  const file = join(packageFolder(), 'evaluation', 'results', 'latest.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), done, skipped }, null, 2)}\n`);
  console.log(`\nfigures: ${file}`);
}

function say(line: string): void {
  console.error(line);
}

function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}
