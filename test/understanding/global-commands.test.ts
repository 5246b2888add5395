import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GlobalCommand, readGlobalCommand } from '../../src/understanding/global-commands.ts';

type Row = readonly [locale: string, command: GlobalCommand | null, texts: readonly string[]];

const rows: readonly Row[] = [
  ['en-US', 'cancel', ['cancel', 'never mind', 'forget it', 'Nevermind!', 'ok cancel please', 'stop it', 'quit']],
  ['en-US', 'restart', ['start over', 'restart', 'begin again', 'main menu']],
  ['en-US', 'help', ['help', 'HEEELP!!', 'what can you do', 'can you help me?', 'I need help']],
  ['en-US', 'stop', ['STOP', 'unsubscribe', 'opt out', 'stop messaging me']],
  [
    'en-US',
    'person',
    [
      'talk to a human',
      'agent please',
      'Can I speak to a real person?',
      'connect me to an agent',
      'I want to talk to someone',
    ],
  ],
  [
    'en-US',
    null,
    [
      'cancel my order',
      'help me find a coat',
      'stop sign poster',
      'I need help with my order',
      'give me the red one',
      'talk to you later',
      '',
      'human hair wig',
    ],
  ],
  ['es-MX', 'cancel', ['cancelar', 'no importa']],
  ['es-MX', 'person', ['quiero hablar con una persona']],
  ['es-MX', 'stop', ['STOP', 'darme de baja']],
  ['es-MX', 'help', ['¡Ayuda!', 'help']],
  ['es-MX', 'restart', ['empezar de nuevo']],
  ['es-MX', null, ['cancelar mi pedido', 'ayuda con mi pedido']],
  ['pt-BR', 'cancel', ['cancelar', 'deixa pra lá']],
  ['pt-BR', 'person', ['falar com um atendente', 'quero falar com alguém']],
  ['pt-BR', 'stop', ['parar']],
  ['pt-BR', 'help', ['ajuda']],
  ['pt-BR', 'restart', ['começar de novo']],
  ['pt-BR', null, ['cancelar meu pedido']],
  ['de', 'cancel', ['abbrechen', 'vergiss es']],
  ['de', 'person', ['ich möchte mit einem Menschen sprechen', 'Mitarbeiter bitte']],
  ['de', 'stop', ['Stopp', 'abmelden']],
  ['de', 'help', ['Hilfe!']],
  ['de', 'restart', ['von vorne']],
  ['pt-BR', 'stop', ['descadastrar']],
  ['de', 'person', ['jemanden sprechen']],
  ['hi', 'cancel', ['रद्द करें', 'कैंसिल कर दो', 'cancel karo', 'रद्द']],
  ['hi', 'restart', ['फिर से शुरू करें', 'phir se shuru karo']],
  ['hi', 'help', ['मदद', 'मुझे मदद चाहिए', 'help karo']],
  ['hi', 'stop', ['बंद करें', 'STOP']],
  ['hi', 'person', ['किसी से बात करें', 'kisi se baat karni hai', 'किसी इंसान से बात कराओ']],
  ['hi', null, ['मेरा ऑर्डर रद्द करें', 'ऑर्डर में मदद चाहिए', 'और दिखाओ']],
  ['ar', 'cancel', ['إلغاء', 'الغاء', 'إِلْغَاء', 'غيرت رأيي']],
  ['ar', 'restart', ['البدء من جديد', 'ابدأ من البداية']],
  ['ar', 'help', ['مساعدة', 'أحتاج مساعدة']],
  ['ar', 'stop', ['إلغاء الاشتراك', 'لا أريد رسائل']],
  ['ar', 'person', ['التحدث إلى شخص', 'اريد التحدث مع موظف من فضلك', 'خدمة العملاء']],
  ['ar', null, ['إلغاء طلبي', 'أريد مساعدة في طلبي', 'أريد قميصًا']],
  ['en-US', 'cancel', ['إلغاء', 'रद्द करें']],
  ['de', null, ['Bestellung abbrechen', 'Hilfe bei der Größe']],
];

describe('a global command', () => {
  it.each(rows.flatMap(([locale, command, texts]) => texts.map((text) => ({ locale, command, text }))))(
    'in $locale "$text" is $command',
    ({ locale, command, text }) => {
      expect(readGlobalCommand(text, locale)).toBe(command);
    },
  );

  it('is read of any text in any locale', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10_000, unit: 'binary' }), fc.string({ maxLength: 10 }), (text, locale) => {
        expect([null, 'cancel', 'restart', 'help', 'stop', 'person']).toContain(readGlobalCommand(text, locale));
      }),
    );
  });
});
