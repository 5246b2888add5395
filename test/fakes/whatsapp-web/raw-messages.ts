import { randomBytes } from 'node:crypto';

/** A message as the page's own models have it, as far as it is read here. */
export interface RawMessage {
  readonly id: {
    readonly fromMe: boolean;
    readonly remote: string;
    readonly id: string;
    readonly _serialized: string;
  };
  readonly from: string;
  readonly to: string;
  readonly type: string;
  /** Seconds. */
  readonly t: number;
  readonly body?: string;
  readonly caption?: string;
  readonly notifyName?: string;
  readonly pollName?: string;
  readonly pollOptions?: readonly { readonly name: string; readonly localId: number }[];
  readonly directPath?: string;
  readonly [more: string]: unknown;
}

/** Shaped as an Android's: the library reads the device from the length. */
export function newId(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}

export function incoming(person: string, me: string, more: Partial<RawMessage>): RawMessage {
  const id = newId();
  return {
    id: { fromMe: false, remote: person, id, _serialized: `false_${person}_${id}` },
    ...{ from: person, to: me, type: 'chat', t: Math.floor(Date.now() / 1000), notifyName: 'Anna', ack: 1 },
    ...more,
  };
}
