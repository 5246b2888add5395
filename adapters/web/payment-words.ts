import { languageOf } from '../../src/understanding/words.ts';

/** What the pages around a payment say. */
export interface PaymentWords {
  readonly order: (number: string) => string;
  readonly demo: string;
  readonly total: string;
  readonly pay: (amount: string) => string;
  readonly cancel: string;
  readonly until: (time: string) => string;
  readonly paid: { readonly title: string; readonly text: string };
  readonly closed: { readonly title: string; readonly text: string };
  readonly gone: { readonly title: string; readonly text: string };
  readonly done: { readonly title: string; readonly text: string };
  readonly left: { readonly title: string; readonly text: string };
  readonly back: string;
}

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

const spanish: PaymentWords = {
  order: (number) => `Pagar el pedido ${number}`,
  demo: 'Esto es una demostración: no se cobra dinero ni se pide ninguna tarjeta. Pulsa un botón para ver qué pasa en el chat.',
  total: 'Total',
  pay: (amount) => `Pagar ${amount}`,
  cancel: 'Cancelar',
  until: (time) => `Guardamos tus artículos hasta las ${time}.`,
  paid: { title: 'Está pagado. ¡Gracias!', text: 'Puedes volver al chat: tu pedido está hecho.' },
  closed: { title: 'No se ha pagado nada', text: 'Este pago está cerrado. Puedes volver al chat.' },
  gone: { title: 'Este pago no existe', text: 'Puede que falte parte de la dirección. Ábrela otra vez desde el chat.' },
  done: { title: '¡Gracias!', text: 'Puedes volver al chat: en cuanto llegue el pago lo leerás allí.' },
  left: { title: 'No se ha pagado nada', text: 'Puedes volver al chat y pagar más tarde o de otra forma.' },
  back: 'Volver al chat',
};

export function paymentWords(locale: string): PaymentWords & { readonly language: string } {
  return languageOf(locale) === 'es' ? { ...spanish, language: 'es' } : { ...english, language: 'en' };
}
