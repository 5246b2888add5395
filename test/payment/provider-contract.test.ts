import { describe, expect, it } from 'vitest';
import { createDemoProvider } from '../../adapters/payment/demo/demo-provider.ts';
import { createBankTransfer } from '../../adapters/payment/offline/bank-transfer.ts';
import { createCashOnDelivery } from '../../adapters/payment/offline/cash-on-delivery.ts';
import { createTelegramProvider } from '../../adapters/payment/telegram/telegram-provider.ts';
import { isRefusal } from '../../src/commerce/refusal.ts';
import { type OpenProvider, paymentProviderContract } from '../contracts/payment-provider.ts';
import { createManualClock } from '../manual-clock.ts';
import { openFolderStore } from './folder-store.ts';

const now = () => 1_790_000_000_000;
const close = async () => {};

async function openDemo(address: string | null): Promise<OpenProvider> {
  const { store, close: closeStore } = await openFolderStore();
  const clock = createManualClock();
  const provider = createDemoProvider({ store, clock, address: () => address });
  return {
    provider,
    now: clock.now,
    async pay({ reference }) {
      const answer = await provider.pretend?.({ order: 'order-1', reference }, 'pay');
      return answer !== undefined && !isRefusal(answer) && answer.state === 'paid';
    },
    close: closeStore,
  };
}

describe('demo', () => paymentProviderContract(() => openDemo('http://127.0.0.1:3000')));

it('the demo tells every payment since, however many there are and however many were made at one moment', async () => {
  const { store, close: closeStore } = await openFolderStore();
  const clock = createManualClock();
  const provider = createDemoProvider({ store, clock, address: () => null });
  const start = clock.now();
  const amount = { amount: 100, currency: 'USD' };
  const about = { conversation: 'c', amount, lines: [], locale: 'en', until: null, token: 't', refunds: [] };
  const writes = Array.from({ length: 2_300 }, (_, at) => {
    const body = { ...about, order: `o-${at}`, number: `${at}`, state: 'paid', paidAt: start + (at < 1_200 ? 0 : at) };
    return { kind: 'demo-payment', id: `demo_${at}`, revision: 0, body } as const;
  });
  await store.commit(writes);
  const told = (await provider.paidSince?.(start)) ?? [];
  expect([told.length, new Set(told.map(({ reference }) => reference)).size]).toEqual([2_300, 2_300]);
  await closeStore();
});

describe('demo without a web server', () => paymentProviderContract(() => openDemo(null)));

describe('cash on delivery', () =>
  paymentProviderContract(async () => ({ provider: createCashOnDelivery(), now, close })));

const account = { name: 'First Bank', iban: 'DE02120300000000202051', bic: 'BYLADEM1001', holder: 'Test shop' };

describe('bank transfer', () =>
  paymentProviderContract(async () => ({ provider: createBankTransfer({ bank: () => account }), now, close })));

describe('telegram', () => paymentProviderContract(async () => ({ provider: createTelegramProvider(), now, close })));
