import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CompetitorPrices,
  noCompetitors,
  readCompetitorPrices,
} from '../commerce/dynamic-pricing/competitor-prices.ts';

/** Beside the merchant's rules. */
export const competitorFile = 'competitor_prices.csv';

/** What competitors ask, as the file says now; nothing where there is none. */
export async function readCompetitorFile(folder: string, currency: string): Promise<CompetitorPrices> {
  const path = join(folder, competitorFile);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? await readCompetitorPrices(createReadStream(path), currency) : noCompetitors;
}
