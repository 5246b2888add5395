import type { Cancel } from './clock.ts';
import type { RuntimeContext } from './context.ts';
import { keepProgress } from './keep-progress.ts';
import type { Lane } from './lane.ts';
import { errorCode } from './log.ts';
import { sweep } from './sweep.ts';

/** Something that is looked after again and again. */
export interface Care {
  current(): Promise<void>;
  stop(): Promise<void>;
}

export function startCares(context: RuntimeContext): readonly Care[] {
  const { sweepMs, receiptMs } = context.settings;
  return [every(context, sweepMs, () => sweep(context)), every(context, receiptMs, () => writeDeliveries(context))];
}

async function writeDeliveries(context: RuntimeContext): Promise<void> {
  const lanes = [...context.unwritten];
  context.unwritten.clear();
  await Promise.all(lanes.map((lane) => writeDelivery(context, lane)));
}

/** Not written, it would keep its lane for ever. */
async function writeDelivery(context: RuntimeContext, lane: Lane): Promise<void> {
  try {
    if (lane.delivered.size > 0) await keepProgress(context, lane);
  } catch (error) {
    context.unwritten.add(lane);
    context.log.error('CARE_FAILED', { code: errorCode(error) });
  }
  context.lanes.rest(lane);
}

/** Never twice at a time; a failure is told and the next run tries again. */
function every(context: RuntimeContext, ms: number, run: () => Promise<void>): Care {
  let cancel: Cancel = () => {};
  let current = Promise.resolve();
  const plan = (): void => {
    cancel = context.clock.after(ms, () => {
      current = run().catch((error: unknown) => context.log.error('CARE_FAILED', { code: errorCode(error) }));
      void current.then(() => !context.stopping.aborted && plan());
    });
  };
  plan();
  return {
    current: () => current,
    stop: () => {
      cancel();
      return current;
    },
  };
}
