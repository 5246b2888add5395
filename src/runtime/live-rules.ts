import { loadRules } from '../commerce/rules/load-rules.ts';
import type { ShopRules } from '../commerce/rules/shop-rules.ts';
import { readRuleFiles } from '../config/read-rules.ts';
import type { Mistake, ShopFacts } from '../dialog/book.ts';
import type { FlowFile } from '../dialog/files/flow-file.ts';
import { followFolder } from './follow-folder.ts';

/** The merchant's rules as they are now. A broken change never replaces good ones. */
export interface LiveRules {
  current(): ShopRules;
  /** Follows the folder until stopped. */
  follow(told: (change: RulesChange) => void): () => void;
}

export type RulesChange =
  | { readonly result: 'live'; readonly files: readonly string[]; readonly warnings: readonly Mistake[] }
  | { readonly result: 'broken'; readonly mistakes: readonly Mistake[] };

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
export async function openLiveRules({ folder, shop }: LiveRulesParts): Promise<LiveRules> {
  let files = await readRuleFiles(folder);
  const first = loadRules(files, shop);
  if (!first.rules) throw new RulesBroken(first.mistakes);
  let { rules } = first;
  const reload = async (): Promise<RulesChange | null> => {
    const before = files;
    files = await readRuleFiles(folder);
    const changed = changedFiles(before, files);
    if (changed.length === 0) return null;
    const loaded = loadRules(files, shop);
    if (!loaded.rules) return { result: 'broken', mistakes: loaded.mistakes };
    rules = loaded.rules;
    return { result: 'live', files: changed, warnings: loaded.mistakes };
  };
  return { current: () => rules, follow: (told) => followFolder(folder, reload, told) };
}

/** Written, new or gone. */
function changedFiles(before: readonly FlowFile[], after: readonly FlowFile[]): readonly string[] {
  const texts = (files: readonly FlowFile[]) => new Map(files.map(({ path, text }) => [path, text]));
  const [old, fresh] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => old.get(path) !== fresh.get(path)).sort();
}
