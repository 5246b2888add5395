import type { RawRequest } from '../../src/channel/adapter.ts';
import { range } from '../runtime/running.ts';
import type { AbusedShop, Heard } from './abused-shop.ts';
import {
  brackets,
  cutOff,
  doubled,
  extended,
  headed,
  inOneOrder,
  packed,
  poison,
  poisoned,
  replayedAfterRestart,
  respelt,
  retyped,
  tampered,
  truncated,
  unsigned,
} from './spoiled-requests.ts';

export interface Abuse {
  readonly name: string;
  /** What every sender may hear: `ok` stands for any 2xx. */
  readonly hears: readonly (Heard | 'ok')[];
  /** Turns it leads to: one where it is one message, however often it comes. */
  readonly turns: number;
  run(shop: AbusedShop): Promise<readonly Heard[]>;
}

/** `isSigned`: the channel's proof is over the body. */
export function webhookAbuses({ isSigned }: { readonly isSigned: boolean }): readonly Abuse[] {
  return [...impostors(isSigned), ...repetitions, ...damages, ...oddities, ...payloads];
}

function impostors(isSigned: boolean): readonly Abuse[] {
  return [
    abuse('genuine', ['ok'], 1, (shop) => [genuine(shop)]),
    abuse('forged', [401], 0, (shop) => shop.harness.forged(genuine(shop).body)),
    abuse('unsigned', [401], 0, (shop) => [unsigned(genuine(shop))]),
    abuse('another body under its proof', [isSigned ? 401 : 'ok'], isSigned ? 0 : 1, (shop) => [tampered(shop)]),
  ];
}

const repetitions: readonly Abuse[] = [
  abuse('replayed, 5 at once', ['ok'], 1, (shop) => Array(5).fill(genuine(shop))),
  { name: 'replayed after a restart', hears: ['ok'], turns: 1, run: replayedAfterRestart },
  { name: 'two messages swapped', hears: ['ok'], turns: 2, run: (shop) => inOneOrder(shop, [1, 0]) },
  { name: 'older ones after newer ones', hears: ['ok'], turns: 4, run: (shop) => inOneOrder(shop, [3, 1, 2, 0]) },
];

const damages: readonly Abuse[] = [
  { name: 'cut off in the middle', hears: ['closed'], turns: 0, run: cutOff },
  abuse('truncated, rightly signed', [400], 0, (shop) => [truncated(shop)]),
  abuse('random bytes, signed', [400], 0, (shop) => [shop.harness.around(Buffer.from('ff00fe80c328', 'hex'))]),
  abuse('non-UTF-8 in a text, signed', ['ok'], 1, (shop) => [respelt(shop, Buffer.from('ffc328eda080', 'hex'))]),
  abuse('10 MB, signed', [413, 'closed'], 0, (shop) => [shop.harness.around(Buffer.alloc(10_000_000, ' '))]),
  abuse('10 MB, unsigned', [413, 'closed'], 0, (shop) => [
    unsigned(shop.harness.around(Buffer.alloc(10_000_000, ' '))),
  ]),
  abuse('empty', ['ok'], 0, (shop) => [shop.harness.around(new Uint8Array())]),
];

const oddities: readonly Abuse[] = [
  abuse('gzip', [415], 0, (shop) => [packed(shop)]),
  abuse('another content type', ['ok'], 1, (shop) => [retyped(genuine(shop), 'text/xml; charset=utf-16')]),
  abuse('a malformed content type', [415], 0, (shop) => [retyped(genuine(shop), ';;;/')]),
  abuse('a header of 100 kB', [431, 'closed'], 0, (shop) => [headed(genuine(shop), 'x-long', 'x'.repeat(100_000))]),
  abuse('PUT, DELETE, HEAD', [404], 0, (shop) =>
    ['PUT', 'DELETE', 'HEAD'].map((method) => ({ ...genuine(shop), method })),
  ),
];

const payloads: readonly Abuse[] = [
  abuse('10,000 brackets', ['ok'], 0, (shop) => [shop.harness.around(Buffer.from(brackets))]),
  abuse('10,000 brackets in a message', ['ok'], 1, (shop) => [extended(shop, `"deep":${brackets}`)]),
  abuse('unclosed brackets', [400], 0, (shop) => [shop.harness.around(Buffer.alloc(100_000, '['))]),
  abuse('huge numbers', ['ok'], 1, (shop) => [extended(shop, `"far":1e999,"long":-${'1234567890'.repeat(50)}`)]),
  abuse('every key twice', ['ok'], 1, (shop) => [doubled(shop)]),
  abuse('__proto__ and constructor', ['ok'], 1, (shop) => [extended(shop, poison)]),
  abuse('__proto__ in every object', ['ok'], 1, (shop) => [poisoned(shop)]),
  abuse('10,000 unknown keys', ['ok'], 1, (shop) => [
    extended(
      shop,
      range(10_000)
        .map((key) => `"k${key}":1`)
        .join(),
    ),
  ]),
  abuse('a text of 1 MB', ['ok'], 1, (shop) => [shop.says(shop.nextNumber(), 'word '.repeat(200_000))]),
  abuse('U+0000 and half a surrogate pair', ['ok'], 1, (shop) => [shop.says(shop.nextNumber(), 'a\u0000b \ud83d c')]),
];

function abuse(
  name: string,
  hears: Abuse['hears'],
  turns: number,
  requests: (shop: AbusedShop) => readonly RawRequest[],
): Abuse {
  const run = (shop: AbusedShop) => Promise.all(requests(shop).map((request) => shop.send(request)));
  return { name, hears, turns, run };
}

function genuine(shop: AbusedShop): RawRequest {
  return shop.says(shop.nextNumber());
}
