import { profileOf, withNewsConsent } from '../customer/profile.ts';
import type { RuntimeContext } from './context.ts';
import { present } from './keep.ts';
import type { Lane } from './lane.ts';

/** The shopper has told the platform that they want no news: Parley heeds it as if it had been told itself. */
export async function withdrawConsent({ store, clock }: RuntimeContext, lane: Lane): Promise<void> {
  const { conversation } = await present(store, lane);
  for (;;) {
    const stored = await store.get('customer', conversation.customer);
    const body = stored?.body ?? null;
    if (profileOf(body).news?.given === false) return;
    const withdrawn = withNewsConsent(body, { given: false, at: clock.now(), channel: lane.address.channel });
    const write = {
      kind: 'customer',
      id: conversation.customer,
      revision: stored?.revision ?? 0,
      body: withdrawn,
    } as const;
    if ((await store.commit([write])) === 'committed') return;
  }
}
