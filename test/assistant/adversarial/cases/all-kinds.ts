import type { Kind } from '../case.ts';
import { proposedActions } from './commands.ts';
import { claimedDeeds } from './deeds.ts';
import { brokenStreams, endless, failing, hanging, tooMany, veryLong } from './faults.ts';
import { injections } from './injections.ts';
import { markup } from './markup.ts';
import { inventedPrices } from './prices.ts';
import { wrongProducts } from './products.ts';
import { promises } from './promises.ts';
import { malformedAnswers, wrongTyped } from './shapes.ts';
import { stockAndDays } from './stock-and-days.ts';

export const allKinds: readonly Kind[] = [
  inventedPrices,
  wrongProducts,
  promises,
  claimedDeeds,
  proposedActions,
  injections,
  stockAndDays,
  malformedAnswers,
  wrongTyped,
  brokenStreams,
  tooMany,
  failing,
  hanging,
  endless,
  veryLong,
  markup,
];
