import type { PaymentProvider } from '../../../src/commerce/payment/provider.ts';

/** The order goes out unpaid, and whoever brings it takes the money. Nobody can be asked; a person tells what came in. */
export function createCashOnDelivery(): PaymentProvider {
  return {
    id: 'cash-on-delivery',
    paid: 'later',
    async start({ key }) {
      return { reference: `cash:${key}`, url: null, invoice: false, instructions: { how: 'pay-the-courier' } };
    },
    state: async () => null,
    refund: async () => ({ refused: 'by-hand' }),
  };
}
