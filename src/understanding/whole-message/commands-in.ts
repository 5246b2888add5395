import type { Json } from '../../storage/json.ts';
import { splitClauses } from '../clauses.ts';
import type { Command } from '../command.ts';
import { readGlobalCommand } from '../global-commands.ts';
import { clarifies } from '../matcher.ts';
import type { Match } from '../trigger.ts';
import type { UnderstandingWorld } from '../understand.ts';

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

/** One flow a clause, each once: "where is my order and how do I return the shoes". */
function flowCommands(text: string, { world, matches }: Pick<Around, 'world' | 'matches'>): readonly Command[] {
  const clauses = splitClauses(text);
  if (clauses.length < 2) return flowsOf(matches);
  const each = clauses.flatMap((clause) => flowsOf(handled(world, clause)));
  const distinct = [...new Map(each.map((command) => [flowIn(command), command])).values()];
  return distinct.length === 0 ? flowsOf(matches) : distinct;
}

function flowIn(command: Command): string {
  return command.command === 'start-flow' ? command.flow : JSON.stringify(command);
}

function handled({ matcher, fallbacks }: Around['world'], text: string): readonly Match[] {
  return matcher.match(text).filter(({ flow }) => !fallbacks.has(flow));
}

function flowsOf(matches: readonly Match[]): readonly Command[] {
  const [best] = matches;
  if (best === undefined) return [];
  const flows = matches.slice(0, mostClarified).map(({ flow }) => flow);
  return clarifies(matches) ? [{ command: 'clarify', flows }] : [startFlow(best)];
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
