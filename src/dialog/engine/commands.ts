import type { GlobalCommand } from '../../understanding/global-commands.ts';
import { advance, handOver } from './advance.ts';
import { abandonFlow, interrupt, startWelcome } from './flows.ts';
import { sayWords } from './say.ts';
import { type Turn, top } from './turn.ts';

/** What works anywhere, whatever the flows say. A shop's own flow for it takes over where there is one. */
export function obey(turn: Turn, command: GlobalCommand): void {
  const flow = ownFlow[command];
  if (flow !== null && turn.book.flows.has(flow)) {
    interrupt(turn, { flow, slots: {}, given: {} });
    return advance(turn);
  }
  obeyPlainly(turn, command);
}

const ownFlow: Readonly<Record<GlobalCommand, string | null>> = {
  cancel: null,
  restart: null,
  help: 'help',
  stop: 'unsubscribe',
  person: 'person',
};

function obeyPlainly(turn: Turn, command: GlobalCommand): void {
  switch (command) {
    case 'stop':
    case 'cancel':
      return cancel(turn);
    case 'restart':
      return restart(turn);
    case 'help':
      sayWords(turn, 'help');
      return advance(turn);
    case 'person':
      sayWords(turn, 'handedOver');
      return handOver(turn, '');
  }
}

function cancel(turn: Turn): void {
  turn.menu = null;
  sayWords(turn, top(turn) ? 'cancelled' : 'nothingToCancel');
  if (abandonFlow(turn)) advance(turn);
}

function restart(turn: Turn): void {
  turn.stack.length = 0;
  turn.menu = null;
  turn.scope = null;
  sayWords(turn, 'restarted');
  if (startWelcome(turn)) advance(turn);
}
