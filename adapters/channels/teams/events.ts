import type { InboundContent, InboundEvent, Sender } from '../../../src/channel/inbound.ts';
import { type Activity, readActivity } from './activity-schema.ts';
import { readExecuted } from './choice-data.ts';
import { contentsOf } from './contents.ts';
import { conversationOf, threadOf } from './peer.ts';
import { reactionsIn } from './reactions.ts';

/**
 * The events of one activity, oldest first. Pure and total: what is no activity gives nothing.
 *
 * Nothing by rule: what the bot itself said; who came or went (`conversationUpdate`: Teams tells of an installation by this and by
 * `installationUpdate`, and the latter is heeded); a new version of the app (`add-upgrade`, `remove-upgrade`); messages deleted or brought
 * back; typing, meetings, read marks (`event`) and ends of conversations; invokes other than a card's, which are told that there is no such thing.
 */
export function eventsOf(body: Uint8Array, account: string, receivedAt: number): readonly InboundEvent[] {
  const activity = readActivity(body);
  if (activity === null || activity.from?.id === activity.recipient?.id) return [];
  const at = timeOf(activity, receivedAt);
  return contentsIn(activity).map((content, index) => eventOf(activity, { account, at, content, index }));
}

function contentsIn(activity: Activity): readonly InboundContent[] {
  switch (activity.type) {
    case 'message':
      return contentsOf(activity);
    case 'invoke':
      return invoked(activity);
    case 'messageUpdate':
      return updated(activity);
    case 'messageReaction':
      return reactionsIn(activity);
    case 'installationUpdate':
      return installed(activity);
    case 'conversationUpdate':
    case 'messageDelete':
    case 'typing':
    case 'event':
    case 'endOfConversation':
    case 'trace':
      return [];
    default:
      return [{ type: 'unsupported', what: 'activity' }];
  }
}

export const cardInvoke = 'adaptiveCard/action';

function invoked({ name, value }: Activity): readonly InboundContent[] {
  if (name !== cardInvoke) return [];
  return [readExecuted(value) ?? { type: 'unsupported', what: 'card answer' }];
}

/**
 * An edit changes what may have been answered already. Taken as a new message it would answer the question that is open *now*
 * with words meant for an earlier one; so the shopper is asked to write it again.
 */
function updated({ channelData }: Activity): readonly InboundContent[] {
  return channelData?.eventType === 'undeleteMessage' ? [] : [{ type: 'unsupported', what: 'edited message' }];
}

function installed({ action }: Activity): readonly InboundContent[] {
  if (action === 'add') return [{ type: 'opened' }];
  return action === 'remove' ? [{ type: 'left' }] : [];
}

interface What {
  readonly account: string;
  readonly at: number;
  readonly content: InboundContent;
  readonly index: number;
}

function eventOf(activity: Activity, { account, at, content, index }: What): InboundEvent {
  const sender = senderOf(activity);
  return {
    id: idOf(activity, at, index),
    conversation: conversationOf(activity, account),
    at,
    content,
    ...(sender ? { sender } : {}),
  };
}

const hour = 3_600_000;

/** Ends with the channel's thread where there is one: the answer belongs there, wherever the shopper has written since. */
function idOf(activity: Activity, at: number, index: number): string {
  const thread = threadOf(activity.conversation.id);
  const part = index === 0 ? '' : `.${index}`;
  return `${whichOf(activity, at).slice(0, 150)}${part}${thread === null ? '' : `@${thread}`}`;
}

/**
 * An installation is told by several activities with ids of their own (a page that is opened anew tells it again): within an hour they
 * are one, so that nobody is greeted twice; who installs the app again later is greeted again.
 */
function whichOf({ type, action, id }: Activity, at: number): string {
  if (type === 'installationUpdate' && action === 'add') return `installed:${Math.floor(at / hour)}`;
  return `${type}:${id ?? at}`;
}

/** The thread that an event came from, as its id tells. */
export function threadIn(event: string | null): string | null {
  return /@(\d{1,20})$/u.exec(event ?? '')?.[1] ?? null;
}

function timeOf({ timestamp }: Activity, receivedAt: number): number {
  const at = Date.parse(timestamp ?? '');
  return Number.isFinite(at) ? at : receivedAt;
}

function senderOf({ from, locale, entities = [] }: Activity): Sender | null {
  const client = entities.find(({ type }) => type === 'clientInfo')?.locale;
  const tongue = client ?? locale;
  if (!from?.name && !tongue) return null;
  return {
    ...(from?.name ? { name: from.name.slice(0, 200) } : {}),
    ...(tongue ? { locale: tongue.slice(0, 35) } : {}),
  };
}
