import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Money } from '../../src/catalog/money.ts';
import type { RawRequest } from '../../src/channel/adapter.ts';
import type {
  PaymentNotice,
  PaymentProvider,
  PaymentRequest,
  StartedPayment,
} from '../../src/commerce/payment/provider.ts';
import { PaymentProviderDown } from '../../src/commerce/payment/provider-down.ts';
import { isRefusal, type Refusal } from '../../src/commerce/refusal.ts';

export interface OpenProvider {
  readonly provider: PaymentProvider;
  /** Epoch milliseconds by the provider's own clock. */
  readonly now: () => number;
  /** Does what a shopper does who pays; `false`: the payment cannot be paid. Absent: nobody pays this provider by itself. */
  readonly pay?: (payment: StartedPayment) => Promise<boolean>;
  /** From now on the provider cannot be reached. Absent: it has no line to anywhere. */
  readonly goDown?: () => Promise<void>;
  /** What the provider posts when this payment was paid, and the same as a forger would post it. */
  readonly posts?: (payment: StartedPayment) => Promise<{ readonly genuine: RawRequest; readonly other: RawRequest }>;
  /** Requests that are not the provider's. */
  readonly forged?: (genuine: RawRequest) => readonly RawRequest[];
  close(): Promise<void>;
}

const usd = (amount: number): Money => ({ amount, currency: 'USD' });

/** 45.00: two coats of 20, and delivery. */
export function paymentRequest(given: Partial<PaymentRequest> & { readonly now: number }): PaymentRequest {
  const { now, ...rest } = given;
  return {
    order: 'order-1',
    number: '12345674',
    conversation: 'webchat:shop:ann',
    amount: usd(4500),
    lines: [
      { label: 'Wool coat (M)', quantity: 2, total: usd(4000) },
      { label: 'Standard', quantity: 1, total: usd(500) },
    ],
    email: null,
    locale: 'en-US',
    key: 'order-1:0:4500',
    until: now + 60 * 60_000,
    ...rest,
  };
}

/** What every provider must hold. */
export function paymentProviderContract(open: () => Promise<OpenProvider>): void {
  describe('payment provider contract', () => {
    let at: OpenProvider;
    beforeEach(async () => {
      at = await open();
    });
    afterEach(() => at.close());

    const start = async (given: Partial<PaymentRequest> = {}): Promise<StartedPayment> => {
      const started = await at.provider.start(paymentRequest({ now: at.now(), ...given }));
      if (isRefusal(started)) throw new Error(`refused: ${started.refused}`);
      return started;
    };
    const ref = ({ reference }: StartedPayment, order = 'order-1') => ({ order, reference });
    const refund = (payment: StartedPayment, amount: number, key: string) =>
      at.provider.refund({ ...ref(payment), amount: usd(amount), key, reason: 'returned' });
    const paid = async (): Promise<StartedPayment | null> => {
      const payment = await start();
      return (await at.pay?.(payment)) ? payment : null;
    };

    it('opens one payment for one key, however often it is asked', async () => {
      const [first, second] = [await start(), await start()];
      expect(second).toEqual(first);
      expect(first.reference).not.toBe('');
    });

    it('opens one payment for one key that is asked twice at once', async () => {
      const [first, second] = await Promise.all([start(), start()]);
      expect(second.reference).toBe(first.reference);
    });

    it('opens another payment for another key', async () => {
      const [first, second] = [await start(), await start({ key: 'order-1:1:4500' })];
      expect(second.reference).not.toBe(first.reference);
    });

    it('says how it is paid: at an address, by an invoice, or as its instructions tell', async () => {
      const { url, invoice, instructions } = await start();
      expect(url !== null || invoice || Object.keys(instructions).length > 0).toBe(true);
      if (url !== null) expect(new URL(url).protocol).toMatch(/^https?:$/);
    });

    it('knows an open payment as open and nothing of it as paid, or cannot be asked at all', async () => {
      const state = await at.provider.state(ref(await start()));
      if (at.pay) expect(state).toEqual({ state: 'open', paid: null, refunded: null });
      else expect(state).toBeNull();
    });

    it('knows a payment that was made, with its amount', async () => {
      const payment = await paid();
      if (payment === null) return expect(at.pay).toBeUndefined();
      expect(await at.provider.state(ref(payment))).toEqual({ state: 'paid', paid: usd(4500), refunded: usd(0) });
    });

    it('holds a payment it has never heard of for closed', async () => {
      const state = await at.provider.state({ order: 'order-1', reference: 'never_heard_of' });
      expect(state).toEqual(at.pay ? { state: 'closed', paid: null, refunded: null } : null);
    });

    it('gives back in parts, counts them, and gives back once for one key', async () => {
      const payment = await paid();
      if (payment === null) return expect(await refund(await start(), 100, 'refund-1')).toEqual({ refused: 'by-hand' });
      const first = await refund(payment, 1500, 'refund-1');
      expect(await refund(payment, 1500, 'refund-1')).toEqual(first);
      const second = await refund(payment, 3000, 'refund-2');
      expect(referenceOf(first)).not.toBe(referenceOf(second));
      expect((await at.provider.state(ref(payment)))?.refunded).toEqual(usd(4500));
    });

    it('gives back no more than was paid', async () => {
      const payment = await paid();
      if (payment === null) return expect(at.pay).toBeUndefined();
      expect(await refund(payment, 4501, 'refund-1')).toEqual({ refused: 'too-much' });
      await refund(payment, 4000, 'refund-2');
      expect(await refund(payment, 501, 'refund-3')).toEqual({ refused: 'too-much' });
      expect((await at.provider.state(ref(payment)))?.refunded).toEqual(usd(4000));
    });

    it('gives nothing back of what was never paid', async () => {
      const refused = await refund(await start(), 100, 'refund-1');
      expect(refused).toEqual({ refused: at.pay ? 'not-paid' : 'by-hand' });
    });

    it('takes an open payment back, so that it cannot be paid any more; twice is as good as once', async () => {
      const payment = await start();
      if (!at.provider.close) return expect(at.pay).toBeUndefined();
      expect(await at.provider.close(ref(payment))).toBe('closed');
      expect(await at.provider.close(ref(payment))).toBe('closed');
      expect(await at.pay?.(payment)).toBe(false);
      expect((await at.provider.state(ref(payment)))?.state).toBe('closed');
    });

    it('says of a paid payment that it is too late to take it back', async () => {
      const payment = await paid();
      if (payment === null) return expect(at.pay).toBeUndefined();
      expect(await at.provider.close?.(ref(payment))).toBe('paid');
      expect((await at.provider.state(ref(payment)))?.state).toBe('paid');
    });

    it('lists what was paid since, and nothing that was not', async () => {
      const before = at.now() - 60_000;
      await start({ key: 'order-1:1:4500' });
      const payment = await paid();
      if (!at.provider.paidSince || payment === null) return expect(at.provider.paidSince).toBeUndefined();
      const listed = await at.provider.paidSince(before);
      expect(listed.map(essence)).toEqual([
        { order: 'order-1', reference: payment.reference, state: 'paid', amount: usd(4500) },
      ]);
      expect(await at.provider.paidSince(at.now() + 3_600_000)).toEqual([]);
    });

    it('reads its own posts, and no forger’s', async () => {
      const { webhook } = at.provider;
      if (!webhook || !at.posts || !at.forged) return expect(webhook).toBeUndefined();
      expect(webhook.path).toMatch(/^\/webhooks\/[a-z-]+$/);
      const payment = await start();
      const { genuine, other } = await at.posts(payment);
      const notices = await webhook.read(genuine);
      if (isRefusal(notices)) throw new Error(notices.refused);
      expect(notices.map(essence)).toEqual([
        { order: 'order-1', reference: payment.reference, state: 'paid', amount: usd(4500) },
      ]);
      expect(await webhook.read(other)).toEqual([]);
      for (const forged of at.forged(genuine)) expect(await webhook.read(forged)).toEqual({ refused: 'forged' });
      expect(at.forged(genuine).length).toBeGreaterThan(3);
    });

    it('throws that it is down when it cannot be reached', async () => {
      if (!at.goDown) return expect(at.provider.webhook).toBeUndefined();
      const payment = await start();
      await at.goDown();
      await expect(start({ key: 'another' })).rejects.toBeInstanceOf(PaymentProviderDown);
      await expect(at.provider.state(ref(payment))).rejects.toBeInstanceOf(PaymentProviderDown);
      await expect(refund(payment, 100, 'refund-1')).rejects.toBeInstanceOf(PaymentProviderDown);
      await expect(at.provider.close?.(ref(payment))).rejects.toBeInstanceOf(PaymentProviderDown);
      await expect(at.provider.paidSince?.(0)).rejects.toBeInstanceOf(PaymentProviderDown);
    });
  });
}

function referenceOf(refunded: { readonly reference: string } | Refusal): string {
  if (isRefusal(refunded)) throw new Error(`refused: ${refunded.refused}`);
  return refunded.reference;
}

function essence({ order, reference, state, amount }: PaymentNotice) {
  return { order, reference, state, amount };
}
