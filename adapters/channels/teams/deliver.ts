import { LRUCache } from 'lru-cache';
import type { ChannelHealth, Delivery, DeliveryReceipt } from '../../../src/channel/adapter.ts';
import { type Address, conversationId } from '../../../src/channel/ids.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import type { References } from '../../../src/runtime/references.ts';
import type { Connector } from './connector.ts';
import { threadIn } from './events.ts';
import { receiptOf, TeamsError } from './failure.ts';
import { inThread } from './peer.ts';
import { type Reference, readReference } from './reference.ts';
import { activitiesFor, type Look } from './show-part.ts';
import type { Tokens } from './tokens.ts';

export interface DeliveryLine {
  readonly connector: Connector;
  readonly tokens: Tokens | null;
  readonly references: References;
  readonly look: Look;
  readonly random: () => number;
  readonly noteHealth: (health: ChannelHealth) => void;
  /** How many messages of a part have been shown, by its key, where Teams did not take them all: they are not shown again. */
  readonly shown: LRUCache<string, number>;
}

export function partlyShown(): LRUCache<string, number> {
  return new LRUCache({ max: 10_000 });
}

export async function deliver(
  line: DeliveryLine,
  part: RenderedPart,
  to: Address,
  delivery: Delivery,
): Promise<DeliveryReceipt> {
  const reference = await referenceTo(line, to, delivery).catch(() => 'unread' as const);
  // The store's fault is not the part's.
  if (reference === 'unread') return { result: 'retry', afterMs: null, reason: 'the store could not be read' };
  // Kept as a dead letter: it can be sent once they have written again.
  if (reference === null) return { result: 'rejected', reason: 'where this shopper is reached is not known' };
  const activities = await activitiesFor(part, line.look);
  if (activities === null) return { result: 'rejected', reason: `Teams shows no ${part.type}` };
  try {
    return await sendAll(line, { reference, activities, key: delivery.key });
  } catch (error) {
    return failed(line, error);
  }
}

export async function referenceTo(
  { references }: Pick<DeliveryLine, 'references'>,
  to: Address,
  { inReplyTo }: Pick<Delivery, 'inReplyTo'>,
): Promise<Reference | null> {
  const reference = readReference(await references.get(conversationId(to)));
  const thread = threadIn(inReplyTo);
  return reference && { ...reference, conversation: inThread(reference.conversation, thread) };
}

interface Sending {
  readonly reference: Reference;
  readonly activities: NonNullable<Awaited<ReturnType<typeof activitiesFor>>>;
  readonly key: string;
}

async function sendAll(line: DeliveryLine, { reference, activities, key }: Sending): Promise<DeliveryReceipt> {
  let platformId: string | undefined;
  for (let at = line.shown.get(key) ?? 0; at < activities.length; at += 1) {
    platformId = await line.connector.send(reference, { ...activities[at] });
    line.shown.set(key, at + 1);
  }
  line.shown.delete(key);
  line.noteHealth({ state: 'up' });
  return { result: 'delivered', ...(platformId ? { platformId } : {}) };
}

const credentialsWords =
  'Teams does not take this bot’s credentials: look at TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID, and whether the secret has run out.';

function failed(line: DeliveryLine, error: unknown): DeliveryReceipt {
  if (!(error instanceof TeamsError)) throw error;
  const { failure } = error;
  if (failure.kind === 'credentials') {
    line.tokens?.forget();
    line.noteHealth({ state: 'down', detail: credentialsWords });
  }
  return receiptOf(failure, line.random);
}
