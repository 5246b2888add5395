import { languageOf } from '../../src/understanding/words.ts';
import { arabic } from './payment-words/arabic.ts';
import { german } from './payment-words/german.ts';
import { hindi } from './payment-words/hindi.ts';
import { portuguese } from './payment-words/portuguese.ts';
import { spanish } from './payment-words/spanish.ts';
import type { PaymentWords } from './payment-words/words.ts';

const english: PaymentWords = {
  order: (number) => `Pay order ${number}`,
  demo: 'This is a demo: no money is taken, and no card is asked for. Press a button to see what happens in the chat.',
  total: 'Total',
  pay: (amount) => `Pay ${amount}`,
  cancel: 'Cancel',
  until: (time) => `Your pieces are kept for you until ${time}.`,
  paid: { title: 'It is paid. Thank you!', text: 'You can go back to the chat: your order has been placed.' },
  closed: { title: 'Nothing was paid', text: 'This payment is closed. You can go back to the chat.' },
  gone: {
    title: 'There is no such payment',
    text: 'The address may have been cut off. Open it from the chat once more.',
  },
  done: {
    title: 'Thank you!',
    text: 'You can go back to the chat: as soon as the payment has arrived you read it there.',
  },
  left: { title: 'Nothing was paid', text: 'You can go back to the chat and pay later, or in another way.' },
  back: 'Back to the chat',
};

const translated: Readonly<Record<string, PaymentWords>> = {
  ar: arabic,
  de: german,
  es: spanish,
  hi: hindi,
  pt: portuguese,
};

export function paymentWords(locale: string): PaymentWords & { readonly language: string } {
  const language = languageOf(locale);
  const words = translated[language];
  return words ? { ...words, language } : { ...english, language: 'en' };
}
