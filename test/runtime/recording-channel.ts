import type { ChannelAdapter, Delivery, DeliveryReceipt } from '../../src/channel/adapter.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { plainText } from '../../src/channel/rich-text.ts';

export interface Shown extends Delivery {
  readonly to: string;
  readonly text: string;
}

export interface RecordingChannel extends ChannelAdapter {
  /** Every part that was taken, in order. */
  readonly shown: readonly Shown[];
  /** Every call, taken or not. */
  readonly tried: readonly Shown[];
  readonly ended: readonly string[];
  /** Resolves when so many parts have been taken. */
  untilShown(count: number): Promise<void>;
  /** As `untilShown`, where parts that are shown again do not count. */
  untilKeysShown(count: number): Promise<void>;
  untilTried(count: number): Promise<void>;
}

export interface ChannelSettings {
  readonly idempotent?: boolean;
  readonly receipt?: (shown: Shown, attempt: number) => DeliveryReceipt | Promise<DeliveryReceipt>;
}

export function createRecordingChannel({ idempotent = true, receipt }: ChannelSettings = {}): RecordingChannel {
  const [shown, tried] = [createRecord<Shown>(), createRecord<Shown>()];
  const ended: string[] = [];
  return {
    id: 'terminal',
    capabilities: { ...capabilitiesOf.terminal, idempotent },
    authenticate: async () => ({ result: 'refuse', reason: 'nobody asks' }),
    parse: () => [],
    async deliver(part, to, delivery) {
      const one = { ...delivery, to: to.peer, text: textOf(part) };
      tried.add(one);
      const outcome = (await receipt?.(one, tried.all.length)) ?? { result: 'delivered' };
      if (outcome.result === 'delivered') shown.add(one);
      return outcome;
    },
    answered: (inReplyTo) => void ended.push(inReplyTo),
    shown: shown.all,
    tried: tried.all,
    ended,
    untilShown: (count) => shown.until((all) => all.length >= count),
    untilKeysShown: (count) => shown.until((all) => new Set(all.map(({ key }) => key)).size >= count),
    untilTried: (count) => tried.until((all) => all.length >= count),
  };
}

function textOf(part: RenderedPart): string {
  return 'text' in part ? plainText(part.text) : part.type;
}

interface Recorded<T> {
  readonly all: T[];
  add(one: T): void;
  until(isEnough: (all: readonly T[]) => boolean): Promise<void>;
}

function createRecord<T>(): Recorded<T> {
  const all: T[] = [];
  const watchers = new Set<() => void>();
  return {
    all,
    add(one) {
      all.push(one);
      for (const watcher of [...watchers]) watcher();
    },
    until: (isEnough) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isEnough(all)) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}
