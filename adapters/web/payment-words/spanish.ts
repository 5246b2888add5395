import type { PaymentWords } from './words.ts';

export const spanish: PaymentWords = {
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
