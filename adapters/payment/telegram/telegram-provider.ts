import { parseConversationId } from '../../../src/channel/ids.ts';
import type { PaymentProvider } from '../../../src/commerce/payment/provider.ts';

/**
 * Telegram shows an invoice in the chat and takes the money through the provider behind `TELEGRAM_PAYMENT_TOKEN`. Bots can neither ask for a
 * payment's state nor give money back (core.telegram.org/bots/payments): a person does that at that provider.
 */
export function createTelegramProvider(): PaymentProvider {
  return {
    id: 'telegram',
    paid: 'before',
    serves: isPrivateChat,
    async start({ key }) {
      return { reference: `invoice:${key}`, url: null, invoice: true, instructions: {} };
    },
    state: async () => null,
    refund: async () => ({ refused: 'by-hand' }),
  };
}

/** In a group anybody could pay what is one member's: a group's peer is `{chat}:{user}`. */
function isPrivateChat(conversation: string): boolean {
  const address = parseConversationId(conversation);
  return address?.channel === 'telegram' && /^\d+$/u.test(address.peer);
}
