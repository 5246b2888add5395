import { languageOf } from '../../understanding/words.ts';

/** Why an invoice may not be paid now. */
export type CheckoutNo = 'unknown' | 'paid' | 'expired' | 'ended' | 'changed';

type Words = Readonly<Record<CheckoutNo, string>>;

/** Platforms show at most 200 characters (core.telegram.org/bots/api#answerprecheckoutquery). */
const english: Words = {
  unknown: 'Sorry, we cannot find this order. Nothing was taken. Please write to us.',
  paid: 'This order is paid already: thank you. Nothing more was taken.',
  expired:
    'Sorry, this order waited too long for its payment and has ended. Nothing was taken. Please order once more.',
  ended: 'This order is not waiting for a payment any more. Nothing was taken. Please write to us.',
  changed: 'This order has changed since this invoice. Nothing was taken. Please ask us for a new one.',
};

const spanish: Words = {
  unknown: 'Lo sentimos, no encontramos este pedido. No se ha cobrado nada. Escríbenos, por favor.',
  paid: 'Este pedido ya está pagado: gracias. No se ha cobrado nada más.',
  expired:
    'Lo sentimos, este pedido esperó demasiado su pago y ha caducado. No se ha cobrado nada. Vuelve a pedirlo, por favor.',
  ended: 'Este pedido ya no espera ningún pago. No se ha cobrado nada. Escríbenos, por favor.',
  changed: 'Este pedido ha cambiado desde esta factura. No se ha cobrado nada. Pídenos una nueva, por favor.',
};

export function checkoutWords(why: CheckoutNo, locale: string): string {
  return (languageOf(locale) === 'es' ? spanish : english)[why];
}
