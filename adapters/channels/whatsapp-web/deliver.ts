import type whatsapp from 'whatsapp-web.js';
import type { Delivery, DeliveryReceipt } from '../../../src/channel/adapter.ts';
import type { Address } from '../../../src/channel/ids.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { within } from './deadline.ts';
import { failureOf } from './failure.ts';
import type { Line } from './line.ts';
import type { Memory } from './memory.ts';
import type { PaceGate } from './pace.ts';
import { peerOf } from './peer.ts';
import type { OpenPicture } from './picture.ts';
import type { Patience } from './settings.ts';
import { showPart } from './show-part.ts';
import { showTyping } from './typing.ts';
import type { Unsettled } from './unsettled.ts';

export interface Sending {
  readonly line: () => Line | null;
  /** Resolves when there is a line, or when so much time is over. */
  readonly whenUp: (ms: number) => Promise<void>;
  readonly clock: Clock;
  readonly patience: Patience;
  readonly gate: PaceGate;
  readonly memory: Memory;
  readonly openPicture: OpenPicture;
  readonly pollWords: string;
  readonly unsettled: Unsettled;
  /** How many messages are being sent. */
  readonly busy: { count: number };
}

/** So long a delivery waits for the line to come back, before others get their turn to be tried. */
const awayMs = 15_000;

/** While nobody has scanned, nothing that waits may be given up: so the pause is named, and no failure is counted. */
const againMs = 1000;

export async function deliver(sending: Sending, part: RenderedPart, where: { to: Address; delivery: Delivery }) {
  const { to, delivery } = where;
  const peer = peerOf(to);
  if (peer === null) return rejected('the address is nobody’s on WhatsApp');
  // Whoever writes to people that never wrote is reported by them, and then banned.
  if (delivery.inReplyTo === null && delivery.heardAt === undefined) return rejected('they have not written first');
  await sending.whenUp(awayMs);
  if (sending.line() === null) return away('WhatsApp Web is not connected');
  void showTyping(sending, peer);
  const wait = await sending.gate.pass();
  if (wait !== null) return retry(wait, 'this number has to wait before it may write');
  // It may have gone while this waited for its turn.
  const line = sending.line();
  return line === null
    ? away('WhatsApp Web is not connected')
    : send({ ...sending, open: line }, part, { peer, delivery });
}

interface OnLine extends Sending {
  readonly open: Line;
}

interface Recipient {
  readonly peer: string;
  readonly delivery: Delivery;
}

async function send(sending: OnLine, part: RenderedPart, { peer, delivery }: Recipient): Promise<DeliveryReceipt> {
  const { open, clock, patience, memory, busy, unsettled } = sending;
  const screen = { ...sending, client: open.client, polled: memory.polled };
  busy.count += 1;
  try {
    const before = await unsettled.arrived(open.client, delivery.key, { clock, ms: patience.pingMs });
    if (before !== null) return delivered(sending, before, { peer, delivery });
    unsettled.begin(peer, delivery.key);
    const sent = await within({ clock, ms: patience.sendMs }, showPart(screen, peer, part));
    if (sent === null) return rejected(`WhatsApp Web shows no ${part.type}`);
    if (sent === undefined) return await unknownPerson(sending, peer);
    if (sent.ack === -1) return retry(null, 'WhatsApp could not send it');
    return delivered(sending, sent.id.id, { peer, delivery });
  } catch (error) {
    return afterFailure(sending, peer, error);
  } finally {
    busy.count -= 1;
  }
}

function delivered({ memory, unsettled }: Sending, message: string, { peer, delivery }: Recipient): DeliveryReceipt {
  unsettled.settle(peer, delivery.key);
  memory.sent(message, delivery.key);
  return { result: 'delivered', platformId: message };
}

async function afterFailure(sending: OnLine, peer: string, error: unknown): Promise<DeliveryReceipt> {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'late':
      sending.open.poke();
      return retry(null, failure.reason);
    case 'broken':
      sending.open.poke();
      return away(failure.reason);
    case 'unknown-person':
      return unknownPerson(sending, peer);
    case 'refused':
      return retry(null, failure.reason);
  }
}

/** The library says "No LID for user" of people who are there, too: so WhatsApp is asked. */
async function unknownPerson(sending: OnLine, peer: string): Promise<DeliveryReceipt> {
  const isThere = await isRegistered(sending, peer).catch(() => true);
  if (isThere) return retry(null, 'WhatsApp does not find this person just now');
  return { result: 'unreachable', reason: 'this number is not on WhatsApp' };
}

async function isRegistered({ open, clock, patience }: OnLine, peer: string): Promise<boolean> {
  // Only numbers can be asked for.
  if (!peer.endsWith('@c.us')) return true;
  const { client }: { client: whatsapp.Client } = open;
  return within({ clock, ms: patience.pingMs }, client.isRegisteredUser(peer));
}

function rejected(reason: string): DeliveryReceipt {
  return { result: 'rejected', reason };
}

function away(reason: string): DeliveryReceipt {
  return retry(againMs, reason);
}

function retry(afterMs: number | null, reason: string): DeliveryReceipt {
  return { result: 'retry', afterMs, reason };
}
