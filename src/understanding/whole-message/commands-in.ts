import type { Json } from '../../storage/json.ts';
import type { Command } from '../command.ts';
import { readGlobalCommand } from '../global-commands.ts';
import { clarifies } from '../matcher.ts';
import type { Match } from '../trigger.ts';
import type { UnderstandingWorld } from './understanding-world.ts';

interface Around {
  readonly world: Pick<UnderstandingWorld, 'matcher' | 'fallbacks'>;
  /** Best first, without fallbacks. */
  readonly matches: readonly Match[];
  readonly slots: Readonly<Record<string, Json>>;
  readonly locale: string;
}

const mostClarified = 3;

/** What a message proposes to do, in its order: flows decide whether it holds. */
export function commandsIn(text: string, { world, matches, slots, locale }: Around): readonly Command[] {
  const global = globalCommands(text, locale);
  if (global.length > 0) return global;
  return [...flowCommands(text, { world, matches }), ...slotCommands(slots)];
}

function globalCommands(text: string, locale: string): readonly Command[] {
  switch (readGlobalCommand(text, locale)) {
    case 'cancel':
      return [{ command: 'cancel' }];
    case 'person':
      return [{ command: 'handoff', reason: 'asked for a person' }];
    case 'restart':
    case 'help':
    case 'stop':
    case null:
      return [];
  }
}

/** "where is my order and how do I return the shoes" starts two; where two are as likely for the whole, the shopper is asked. */
function flowCommands(text: string, { world, matches }: Pick<Around, 'world' | 'matches'>): readonly Command[] {
  const parts = world.matcher.matchAll(text).filter(({ flow }) => !world.fallbacks.has(flow));
  if (parts.length > 1) return parts.map(startFlow);
  if (clarifies(matches))
    return [{ command: 'clarify', flows: matches.slice(0, mostClarified).map(({ flow }) => flow) }];
  const best = parts[0] ?? matches[0];
  return best === undefined ? [] : [startFlow(best)];
}

function startFlow({ flow, slots }: Match): Command {
  return { command: 'start-flow', flow, slots };
}

/** Values that one answer may be; what belongs to a wish or points at a product is for the search to read. */
function slotCommands(slots: Readonly<Record<string, Json>>): readonly Command[] {
  return Object.entries(slots).flatMap(([slot, value]): readonly Command[] =>
    value === null
      ? []
      : [{ command: 'set-slot', slot, value: typeof value === 'string' ? value : JSON.stringify(value) }],
  );
}
