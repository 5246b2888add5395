import type { Kind } from '../case.ts';
import { allSorts } from './all-sorts.ts';
import { attributes } from './attributes.ts';
import { proposedActions } from './commands.ts';
import { claimedDeeds } from './deeds.ts';
import { dressedFigures } from './dressed-figures.ts';
import { earlyWords } from './early-words.ts';
import { brokenStreams, endless, failing, hanging, tooMany, veryLong } from './faults.ts';
import { hearsay } from './hearsay.ts';
import { hedged } from './hedged.ts';
import { injections } from './injections.ts';
import { markup } from './markup.ts';
import { phishing } from './phishing.ts';
import { inventedPrices } from './prices.ts';
import { wrongProducts } from './products.ts';
import { promises } from './promises.ts';
import { malformedAnswers, wrongTyped } from './shapes.ts';
import { smuggled } from './smuggled.ts';
import { stockAndDays } from './stock-and-days.ts';
import { swapped } from './swapped.ts';
import { terms } from './terms.ts';

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
  attributes,
  dressedFigures,
  earlyWords,
  hearsay,
  hedged,
  phishing,
  smuggled,
  swapped,
  terms,
  allSorts,
];
