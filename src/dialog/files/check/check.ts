import { checkActions } from './actions.ts';
import type { Checking } from './checking.ts';
import { flowGraphs } from './graph.ts';
import { checkLimits } from './limits.ts';
import { checkLoops } from './loops.ts';
import { checkNames } from './names.ts';
import { checkReach } from './reach.ts';
import { checkStartsElsewhere } from './starts.ts';
import { checkTemplates } from './templates.ts';
import { checkTranslations } from './translations.ts';
import { checkTriggers } from './triggers.ts';

/** Everything that can be known of the flows before a shopper walks into them. */
export function check(checking: Checking): void {
  checkNames(checking);
  checkTriggers(checking);
  checkStartsElsewhere(checking);
  checkActions(checking);
  checkTemplates(checking);
  const graphs = flowGraphs(checking).filter(({ source }) => source.whole);
  checkReach(graphs, checking);
  checkLoops(graphs, checking);
  checkTranslations(checking);
  checkLimits(checking);
}
