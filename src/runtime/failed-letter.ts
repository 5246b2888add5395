import { degrade } from '../channel/degrade.ts';
import type { DeliveryReport } from '../channel/inbound.ts';
import type { RenderedPart } from '../channel/rendered-part.ts';
import type { Write } from '../storage/store.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import { deadLetterWrite } from './dead-letter.ts';
import { readDeliveryKey } from './delivery-key.ts';
import { present } from './keep.ts';
import type { Lane } from './lane.ts';
import { readRecord } from './message-record.ts';

/** The dead letter of a part that the platform took and could not bring; `null` when it is not known any more. */
export async function failedLetter(context: RuntimeContext, lane: Lane, report: DeliveryReport): Promise<Write | null> {
  if (report.key === null) return null;
  const part = await partOf(context, lane, report.key);
  if (part === null) return null;
  const reason = report.reason ?? 'the platform gives no reason';
  return deadLetterWrite({
    conversation: lane.id,
    key: report.key,
    at: context.clock.now(),
    reason,
    inReplyTo: null,
    part,
  });
}

async function partOf(context: RuntimeContext, lane: Lane, key: string): Promise<RenderedPart | null> {
  const place = readDeliveryKey(lane.id, key);
  const adapter = adapterOf(context, lane);
  if (place === null || adapter === null) return null;
  const { turn, message, index } = place;
  const [stored] = await context.store.find('message', { where: { conversation: lane.id, turn }, limit: 1 });
  const said = stored && readRecord(stored).outbound[message];
  if (!said) return null;
  const { conversation } = await present(context.store, lane);
  const locale = conversation.state.locale ?? context.book().shop.locale;
  const capabilities = adapter.capabilitiesFor?.(lane.address) ?? adapter.capabilities;
  return degrade(said, capabilities, { locale }).parts[index] ?? null;
}
