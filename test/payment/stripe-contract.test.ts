import { describe } from 'vitest';
import type { RawRequest } from '../../src/channel/adapter.ts';
import { type OpenProvider, paymentProviderContract } from '../contracts/payment-provider.ts';
import { openStripe } from './stripe-setup.ts';

async function open(): Promise<OpenProvider> {
  const { stripe, provider, clock } = await openStripe();
  return {
    provider,
    now: clock.now,
    pay: async ({ reference }) => stripe.pay(reference),
    goDown: stripe.goDown,
    async posts({ reference }) {
      stripe.pay(reference);
      const other = { id: 'evt_1', object: 'event', type: 'customer.created', created: 1, data: { object: {} } };
      return { genuine: stripe.post('checkout.session.completed'), other: stripe.signed(other) };
    },
    forged: (genuine) => forgeries(genuine, stripe.signed(JSON.parse(String(genuine.body)), clock.now() - 301_000)),
    close: stripe.close,
  };
}

function forgeries(genuine: RawRequest, old: RawRequest): readonly RawRequest[] {
  const signature = genuine.headers['stripe-signature'] ?? '';
  const withSignature = (value: string | undefined): RawRequest => ({
    ...genuine,
    headers: { ...genuine.headers, 'stripe-signature': value },
  });
  return [
    old,
    { ...genuine, body: Buffer.concat([genuine.body, Buffer.from(' ')]) },
    { ...genuine, body: Buffer.from(String(Buffer.from(genuine.body)).replace('4500', '1')) },
    { ...genuine, body: new Uint8Array() },
    withSignature(undefined),
    withSignature(''),
    withSignature(signature.replace(/v1=./u, 'v1=0').replace(/.$/u, 'x')),
    withSignature(signature.replace('v1=', 'v0=')),
    withSignature(signature.replace(/t=\d+/u, 't=1999999999')),
  ];
}

describe('stripe', () => paymentProviderContract(open));
