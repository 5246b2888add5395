import { isBareCallingOff } from '../../understanding/calling-off.ts';
import type { GlobalCommand } from '../../understanding/global-commands.ts';
import { running } from '../state.ts';
import { advance, handOver } from './advance.ts';
import { abandonFlow, interrupt, startWelcome } from './flows.ts';
import { sayWords } from './say.ts';
import { type Turn, top } from './turn.ts';

/** What works anywhere, whatever the flows say. A shop's own flow for it takes over where there is one. */
export function obey(turn: Turn, command: GlobalCommand, words = ''): void {
  const flow = command === 'cancel' ? ownStop(turn, words) : ownFlow[command];
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

/**
 * What stopping a flow means the shop may say itself: in `stop-checkout` for `checkout`, and for the flows that it runs. Where nothing
 * runs, `stop-nothing` may know what is to be cancelled; "never mind" does not ask for it.
 */
function ownStop({ book, stack }: Turn, words: string): string | null {
  if (stack.length === 0) return isBareCallingOff(words) ? 'stop-nothing' : null;
  for (let place = stack.length - 1; place >= 0; place -= 1) {
    const flow = `stop-${stack[place]?.flow}`;
    if (book.flows.has(flow)) return flow;
    if (stack[place - 1]?.asked !== running) return null;
  }
  return null;
}

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
