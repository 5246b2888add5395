import { loadRules } from '../commerce/rules/load-rules.ts';
import type { ShopRules } from '../commerce/rules/shop-rules.ts';
import { readRuleFiles } from '../config/read-rules.ts';
import type { Mistake, ShopFacts } from '../dialog/book.ts';
import { changedFiles } from './changed-files.ts';
import { type FolderChange, type LiveFolder, openLiveFolder } from './live-folder.ts';

/** The merchant's rules as they are now. */
export type LiveRules = LiveFolder<ShopRules, RuleNews>;

export type RulesChange = FolderChange<RuleNews>;

interface RuleNews {
  readonly files: readonly string[];
}

export class RulesBroken extends Error {
  override readonly name = 'RulesBroken';
  readonly code = 'RULES_BROKEN';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super('The files of the shop’s rules have mistakes');
    this.mistakes = mistakes;
  }
}

export interface LiveRulesParts {
  /** Where it is not there, everything is as usual. */
  readonly folder: string;
  readonly shop: ShopFacts;
}

/** Throws `RulesBroken` when the files are not good to begin with. */
export function openLiveRules({ folder, shop }: LiveRulesParts): Promise<LiveRules> {
  return openLiveFolder({
    folder,
    read: () => readRuleFiles(folder),
    load: (files) => {
      const { rules, mistakes } = loadRules(files, shop);
      return { value: rules, mistakes };
    },
    broken: (mistakes) => new RulesBroken(mistakes),
    isSame: (before, after) => changedFiles(before, after).length === 0,
    news: async (before, after) => ({ files: changedFiles(before.files, after.files) }),
  });
}
