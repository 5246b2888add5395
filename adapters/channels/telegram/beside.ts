import { errorCode } from '../../../src/runtime/log.ts';
import { answerCheckout, type Till } from './checkout.ts';
import type { BotIdentity } from './peer.ts';
import { acknowledgePress } from './press.ts';
import type { SendGate } from './send-gate.ts';
import { updateSchema } from './update-schema.ts';

/** What is answered to Telegram itself, beside the turns; whoever stops waits for what is under way. */
export interface Beside {
  /** Ends a pressed button's spinner. */
  press(raw: unknown): void;
  /** Says whether a payment may go ahead. */
  checkout(raw: unknown): void;
  settled(): Promise<void>;
}

export interface BesideParts {
  readonly till: Till;
  readonly gate: SendGate;
  readonly bot: () => BotIdentity;
}

const channel = 'telegram';

export function createBeside({ till, gate, bot }: BesideParts): Beside {
  const open = new Set<Promise<void>>();
  const begin = (work: Promise<void>) => {
    // Nobody waits for it, so nobody else would hear of a defect, and Node ends the process over one that nobody hears of.
    const told = work.catch((error: unknown) => till.log.error('CHANNEL_DEFECT', { channel, code: errorCode(error) }));
    open.add(told);
    void told.finally(() => open.delete(told));
  };
  return {
    press: (raw) => {
      if (!has(raw, 'callback_query')) return;
      const press = updateSchema.safeParse(raw).data?.callback_query;
      if (press) begin(acknowledgePress(till.api, gate, press));
    },
    checkout: (raw) => {
      if (!has(raw, 'pre_checkout_query')) return;
      const query = updateSchema.safeParse(raw).data?.pre_checkout_query;
      if (query) begin(answerCheckout(till, query, bot()));
    },
    settled: async () => {
      await Promise.allSettled(open);
    },
  };
}

/** Most updates are neither, and are read elsewhere: they are not to be read three times. */
function has(raw: unknown, kind: 'callback_query' | 'pre_checkout_query'): boolean {
  return typeof raw === 'object' && raw !== null && kind in raw;
}
