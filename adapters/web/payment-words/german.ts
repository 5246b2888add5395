import type { PaymentWords } from './words.ts';

export const german: PaymentWords = {
  order: (number) => `Bestellung ${number} bezahlen`,
  demo: 'Das ist eine Vorführung: Es wird kein Geld genommen und keine Karte verlangt. Drück einen Knopf und sieh, was im Chat passiert.',
  total: 'Summe',
  pay: (amount) => `${amount} bezahlen`,
  cancel: 'Abbrechen',
  until: (time) => `Deine Artikel sind bis ${time} für dich zurückgelegt.`,
  paid: { title: 'Bezahlt. Vielen Dank!', text: 'Du kannst zum Chat zurück: Deine Bestellung ist aufgegeben.' },
  closed: { title: 'Es wurde nichts bezahlt', text: 'Diese Zahlung ist geschlossen. Du kannst zum Chat zurück.' },
  gone: {
    title: 'Diese Zahlung gibt es nicht',
    text: 'Vielleicht ist die Adresse abgeschnitten. Öffne sie noch einmal aus dem Chat.',
  },
  done: { title: 'Vielen Dank!', text: 'Du kannst zum Chat zurück: Sobald die Zahlung da ist, liest du es dort.' },
  left: {
    title: 'Es wurde nichts bezahlt',
    text: 'Du kannst zum Chat zurück und später oder auf andere Weise bezahlen.',
  },
  back: 'Zurück zum Chat',
};
