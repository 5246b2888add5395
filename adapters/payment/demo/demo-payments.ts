import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PaymentRequest } from '../../../src/commerce/payment/provider.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Store, Stored } from '../../../src/storage/store.ts';

const money = z.object({ amount: z.int(), currency: z.string() });

const schema = z.object({
  order: z.string(),
  number: z.string(),
  conversation: z.string(),
  amount: money,
  lines: z.array(z.object({ label: z.string(), quantity: z.int(), total: money })),
  locale: z.string(),
  until: z.number().nullable(),
  /** Whoever has it may pay: a part of the page's address. */
  token: z.string(),
  state: z.enum(['open', 'paid', 'closed']),
  paidAt: z.number().nullable(),
  refunds: z.array(z.object({ key: z.string(), amount: z.int() })),
});

/** The body of a `demo-payment` document: what a provider would keep on its own side. */
export type DemoPayment = z.output<typeof schema>;

interface Found {
  readonly revision: number;
  readonly payment: DemoPayment;
}

/** Another process may change the same payment at the same moment; past this it is a defect. */
const mostTries = 50;

export function referenceFor(key: string): string {
  return `demo_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}

/** `null`: there is no such payment. */
export async function readDemoPayment(store: Store, reference: string): Promise<Found | null> {
  const stored = await store.get('demo-payment', reference);
  return stored === null ? null : { revision: stored.revision, payment: demoPaymentOf(stored) };
}

export function demoPaymentOf({ body }: Pick<Stored, 'body'>): DemoPayment {
  return schema.parse(body);
}

/** Gives the payment that is there, if there is one. */
export async function openDemoPayment(store: Store, request: PaymentRequest): Promise<DemoPayment> {
  const { order, number, conversation, amount, lines, locale, until } = request;
  const asked = { order, number, conversation, amount, lines, locale, until };
  const fresh = { ...asked, token: randomBytes(24).toString('base64url'), state: 'open', paidAt: null, refunds: [] };
  const id = referenceFor(request.key);
  const known = await readDemoPayment(store, id);
  if (known) return known.payment;
  await store.commit([{ kind: 'demo-payment', id, revision: 0, body: bodyOf(schema.parse(fresh)) }]);
  const written = await readDemoPayment(store, id);
  if (written === null) throw new Error('A demo payment is gone as soon as it was written');
  return written.payment;
}

/** `make` gives the payment as it is to be, or something else to leave it; it may be called again on what has become of it. */
export async function changeDemoPayment<Other>(
  store: Store,
  reference: string,
  make: (payment: DemoPayment) => { readonly payment: DemoPayment } | { readonly left: Other },
): Promise<{ readonly payment: DemoPayment } | { readonly left: Other } | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await readDemoPayment(store, reference);
    if (found === null) return null;
    const made = make(found.payment);
    if ('left' in made) return made;
    const write = {
      kind: 'demo-payment',
      id: reference,
      revision: found.revision,
      body: bodyOf(made.payment),
    } as const;
    if ((await store.commit([write])) === 'committed') return made;
  }
  throw new Error('A demo payment is changed again and again');
}

function bodyOf(payment: DemoPayment): JsonObject {
  return JSON.parse(JSON.stringify(payment)) as JsonObject;
}
