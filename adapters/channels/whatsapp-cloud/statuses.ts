import { type ConversationId, conversationId, parseConversationId } from '../../../src/channel/ids.ts';
import type { DeliveryReport, InboundEvent } from '../../../src/channel/inbound.ts';
import { ruleFor } from './error-table.ts';
import { eventId } from './event-id.ts';
import { peerOf } from './person.ts';
import { type Received, timeOf } from './time-of.ts';
import { each, errorSchema, type IncomingStatus } from './webhook-schema.ts';

export interface Reported extends Received {
  readonly account: string;
}

/** `null` for a report about nobody: a group, or a person without any id. */
export function reportOf(status: IncomingStatus, reported: Reported): InboundEvent | null {
  const conversation = conversationOf(status, reported.account);
  if (conversation === null) return null;
  const at = timeOf(status, reported);
  return { id: eventId(status.id, status.status), conversation, at, content: contentOf(status) };
}

/** The key names the conversation that was delivered to, whichever of the person's ids Meta reports. */
function conversationOf(status: IncomingStatus, account: string): ConversationId | null {
  const delivered = /^(.+):-?\d+:\d+:\d+$/su.exec(status.biz_opaque_callback_data ?? '')?.[1];
  const known = delivered === undefined ? null : parseConversationId(delivered);
  if (known?.channel === 'whatsapp-cloud' && known.account === account) return known.id;
  if (status.recipient_type === 'group') return null;
  const peer = peerOf({ scoped: status.recipient_user_id, whatsapp: status.recipient_id });
  return peer === null ? null : conversationId({ channel: 'whatsapp-cloud', account, peer });
}

function contentOf(status: IncomingStatus): DeliveryReport {
  const about = { key: status.biz_opaque_callback_data || null, message: status.id, state: status.status };
  if (status.status !== 'failed') return { type: 'delivery', ...about };
  const code = each(errorSchema, status.errors).find((error) => error.code !== undefined)?.code;
  if (code === undefined) return { type: 'delivery', ...about, reason: 'WhatsApp names no reason' };
  const { reason, outcome } = ruleFor(code);
  const optedOut = outcome === 'opted-out' ? { optedOut: true } : {};
  return { type: 'delivery', ...about, reason: `${code}: ${reason}`, ...optedOut };
}
