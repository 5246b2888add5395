import type { Carrier } from '../../../src/commerce/shipping/carrier.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { trackerSchema } from './easypost-schema.ts';
import { carrierId, createLine, isRefused } from './line.ts';
import { readWebhook } from './read-webhook.ts';
import type { EasypostConfig } from './settings.ts';
import { ship } from './ship.ts';
import { trackingOf } from './tracking-of.ts';

/** EasyPost, or whoever speaks its API v2: labels of many carriers, and where their parcels are. */
export function createEasypostCarrier(
  config: EasypostConfig,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Carrier {
  const line = createLine(config, { clock });
  const secret = config.webhookSecret ?? null;
  return {
    id: carrierId,
    ship: (request) => ship(line, request),
    async track(tracking) {
      // Who asks again for the same number gets the same tracker ("prevents the creation of duplicate Trackers").
      const body = { tracker: { tracking_code: tracking } };
      const asked = { method: 'POST', path: '/trackers', body, schema: trackerSchema, again: true } as const;
      const answer = await line.ask(asked);
      return isRefused(answer) ? null : trackingOf(answer, { log, now: clock.now() });
    },
    ...(secret !== null && {
      webhook: {
        path: '/webhooks/easypost',
        read: async (request) => readWebhook(request, { secret, log, now: clock.now() }),
      },
    }),
  };
}
