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

const portuguese: Words = {
  unknown: 'Desculpe, não encontramos este pedido. Nada foi cobrado. Escreva para nós, por favor.',
  paid: 'Este pedido já está pago: obrigado. Nada mais foi cobrado.',
  expired:
    'Desculpe, este pedido esperou demais pelo pagamento e foi encerrado. Nada foi cobrado. Peça de novo, por favor.',
  ended: 'Este pedido já não espera nenhum pagamento. Nada foi cobrado. Escreva para nós, por favor.',
  changed: 'Este pedido mudou depois desta fatura. Nada foi cobrado. Peça uma nova, por favor.',
};

const german: Words = {
  unknown: 'Leider finden wir diese Bestellung nicht. Es wurde nichts abgebucht. Schreib uns bitte.',
  paid: 'Diese Bestellung ist schon bezahlt: danke. Es wurde nichts weiter abgebucht.',
  expired:
    'Leider hat diese Bestellung zu lange auf die Zahlung gewartet und ist beendet. Es wurde nichts abgebucht. Bestell bitte noch einmal.',
  ended: 'Diese Bestellung wartet nicht mehr auf eine Zahlung. Es wurde nichts abgebucht. Schreib uns bitte.',
  changed:
    'Diese Bestellung hat sich seit dieser Rechnung geändert. Es wurde nichts abgebucht. Bitte uns um eine neue.',
};

const hindi: Words = {
  unknown: 'माफ़ करें, यह ऑर्डर नहीं मिला। कोई पैसा नहीं लिया गया। कृपया हमें लिखें।',
  paid: 'इस ऑर्डर का भुगतान हो चुका है: धन्यवाद। और कुछ नहीं लिया गया।',
  expired: 'माफ़ करें, भुगतान की प्रतीक्षा में यह ऑर्डर समाप्त हो गया। कोई पैसा नहीं लिया गया। कृपया फिर से ऑर्डर करें।',
  ended: 'यह ऑर्डर अब भुगतान की प्रतीक्षा में नहीं है। कोई पैसा नहीं लिया गया। कृपया हमें लिखें।',
  changed: 'इस बिल के बाद ऑर्डर बदल गया है। कोई पैसा नहीं लिया गया। कृपया नया बिल माँगें।',
};

const arabic: Words = {
  unknown: 'عذرًا، لم نجد هذا الطلب. لم يُؤخذ شيء. راسلنا من فضلك.',
  paid: 'هذا الطلب مدفوع بالفعل: شكرًا لك. لم يُؤخذ شيء آخر.',
  expired: 'عذرًا، انتظر هذا الطلب دفعته طويلًا وانتهى. لم يُؤخذ شيء. اطلب مرة أخرى من فضلك.',
  ended: 'هذا الطلب لم يعد ينتظر دفعة. لم يُؤخذ شيء. راسلنا من فضلك.',
  changed: 'تغيّر هذا الطلب بعد هذه الفاتورة. لم يُؤخذ شيء. اطلب منا فاتورة جديدة من فضلك.',
};

const translated: Readonly<Record<string, Words>> = { ar: arabic, de: german, es: spanish, hi: hindi, pt: portuguese };

export function checkoutWords(why: CheckoutNo, locale: string): string {
  return (translated[languageOf(locale)] ?? english)[why];
}
