import { LRUCache } from 'lru-cache';
import type { Delivery, DeliveryReceipt } from '../../../src/channel/adapter.ts';
import type { Address } from '../../../src/channel/ids.ts';
import type { Choice } from '../../../src/channel/message.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { GraphError } from './failure.ts';
import type { Graph } from './graph.ts';
import type { Health } from './health.ts';
import { type Recipient, recipientOf } from './person.ts';
import type { Presence } from './presence.ts';
import type { MarkRead } from './read-marks.ts';
import { receiptOf, windowClosed } from './receipt.ts';
import { oneLine, templateRequest } from './requests.ts';
import type { SendGate } from './send-gate.ts';
import type { TemplateName } from './settings.ts';
import { type Stage, type Step, stepsFor } from './steps.ts';

export interface Line {
  readonly graph: Graph;
  readonly mark: MarkRead;
  readonly gate: SendGate;
  readonly health: Health;
  readonly presence: Presence;
  readonly stage: Stage;
  readonly clock: Clock;
  readonly template: TemplateName | null;
  readonly memory: Memory;
}

/** What one process remembers between two tries. */
export interface Memory {
  /** By key: what of a part is still to be sent, so that a second try repeats none of its messages. */
  readonly left: LRUCache<string, Left>;
  /** By peer: how often in a row there was too much for this person. */
  readonly strikes: LRUCache<string, number>;
}

interface Left {
  readonly steps: readonly Step[];
  /** WhatsApp's id of the last message sent. */
  readonly sent: string | null;
}

export function createMemory(): Memory {
  return { left: new LRUCache({ max: 5000 }), strikes: new LRUCache({ max: 20_000 }) };
}

interface Going {
  readonly to: Recipient;
  readonly peer: string;
  readonly key: string;
}

/** As `ChannelAdapter.deliver`. */
export async function deliver(
  line: Line,
  part: RenderedPart,
  to: Address,
  delivery: Delivery,
): Promise<DeliveryReceipt> {
  const recipient = recipientOf(to);
  if (recipient === null) return { result: 'rejected', reason: 'the address is no WhatsApp id' };
  const going: Going = { to: recipient, peer: to.peer, key: delivery.key };
  const steps = stepsFor(line.stage, part);
  if (steps === null) return { result: 'rejected', reason: `WhatsApp shows no ${part.type}` };
  const begun = line.memory.left.get(going.key);
  if (!begun && !isOpen(line, to, delivery)) return deliverTemplate(line, part, going);
  const receipt = await sendAll(line, going, begun ?? { steps, sent: null });
  // Their clock decides, and may be ahead of ours.
  return receipt === 'closed' ? deliverTemplate(line, part, going) : receipt;
}

/** Free words reach somebody for 24 hours after they last wrote ("Customer service windows", Sending messages). */
const windowMs = 24 * 60 * 60_000;

function isOpen({ clock, presence }: Line, { peer }: Address, { heardAt = 0 }: Delivery): boolean {
  const lastHeard = Math.max(heardAt, presence.last(peer)?.at ?? 0);
  return clock.now() - lastHeard < windowMs;
}

async function deliverTemplate(line: Line, part: RenderedPart, going: Going): Promise<DeliveryReceipt> {
  const words = wordsOf(part);
  if (line.template === null) return { result: 'rejected', reason: windowClosed };
  if (words === '')
    return { result: 'rejected', reason: 'the 24-hour window is closed, and the template has nothing to say' };
  const body = templateRequest(line.template, words);
  const step: Step = { make: async () => body, instead: () => [] };
  const receipt = await sendAll(line, going, { steps: [step], sent: null });
  return receipt === 'closed' ? { result: 'rejected', reason: windowClosed } : receipt;
}

function wordsOf(part: RenderedPart): string {
  if (part.type === 'image') return oneLine(part.caption.length > 0 ? part.caption : [part.alt], []);
  return oneLine(part.text, choicesOf(part));
}

function choicesOf(part: RenderedPart): readonly Choice[] {
  if (part.type === 'cards')
    return [...part.cards.map(({ choice, title }) => ({ ...choice, label: title })), ...part.choices];
  return 'choices' in part ? part.choices : [];
}

/** Sends what is left, message by message; `closed` when WhatsApp says that the window is. */
async function sendAll(line: Line, going: Going, from: Left): Promise<DeliveryReceipt | 'closed'> {
  let left = from;
  for (let [step, ...others] = left.steps; step; [step, ...others] = left.steps) {
    const wait = await line.gate.pass(going.peer);
    if (wait !== null) return { result: 'retry', afterMs: wait, reason: 'this number has to wait before it may send' };
    const sent = await send(line, going, step);
    if (sent instanceof GraphError) return conclude(line, going, sent);
    left = 'id' in sent ? { steps: others, sent: sent.id } : { ...left, steps: [...sent.instead, ...others] };
    line.memory.left.set(going.key, left);
  }
  if (left.sent === null) return { result: 'rejected', reason: 'there is nothing that could be shown' };
  return { result: 'delivered', platformId: left.sent };
}

/** WhatsApp's id of the message, or what is to be sent instead. */
type Sent = { readonly id: string } | { readonly instead: readonly Step[] };

async function send(line: Line, { to, key, peer }: Going, step: Step): Promise<Sent | GraphError> {
  try {
    const body = await step.make();
    if (body === null) return { instead: step.instead() };
    const head = { messaging_product: 'whatsapp', recipient_type: 'individual', ...to };
    const answer = await line.graph.post('messages', { ...head, ...body, biz_opaque_callback_data: key });
    line.health.up();
    line.memory.strikes.delete(peer);
    return { id: messageIn(answer) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const instead = error.rule.outcome === 'rejected' ? step.instead() : [];
    return instead.length > 0 ? { instead } : error;
  }
}

/** An answer without an id is a yes all the same. */
function messageIn(answer: unknown): string {
  const [first] =
    typeof answer === 'object' && answer && 'messages' in answer && Array.isArray(answer.messages)
      ? answer.messages
      : [];
  return typeof first?.id === 'string' ? first.id : '';
}

function conclude({ gate, health, memory }: Line, { peer }: Going, error: GraphError): DeliveryReceipt | 'closed' {
  health.failed(error);
  if (error.rule.outcome === 'window') return 'closed';
  const strikes = error.rule.outcome === 'pair-wait' ? (memory.strikes.get(peer) ?? 0) + 1 : 0;
  if (strikes > 0) memory.strikes.set(peer, strikes);
  const receipt = receiptOf(error, strikes);
  if (error.rule.outcome === 'all-wait' && receipt.result === 'retry') gate.shut(receipt.afterMs ?? 0);
  return receipt;
}
