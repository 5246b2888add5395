import type { Acknowledgement, RawRequest } from '../../../src/channel/adapter.ts';
import { readActivity } from './activity-schema.ts';
import { cardInvoke } from './events.ts';

const json = 'application/json; charset=utf-8';

/** Shown for a moment where a card's button was pressed; the answer itself comes as a message. */
const heard = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '✓' };

/** Invokes wait for a body ("Universal Actions for Adaptive Cards", response format); whatever else, for nothing. */
export function acknowledge({ body }: RawRequest): Acknowledgement {
  const activity = readActivity(body);
  if (activity?.type !== 'invoke') return { status: 200, contentType: json, body: '' };
  if (activity.name === cardInvoke) return { status: 200, contentType: json, body: JSON.stringify(heard) };
  return { status: 501, contentType: json, body: '{}' };
}
