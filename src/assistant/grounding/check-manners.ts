import type { Check } from './claim.ts';
import { wholeWords } from './lexicon/whole-words.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** What no shop asks for in a chat. */
const secrets = [
  'passwords?',
  'passcodes?',
  'pins?',
  'pin (?:code|number)',
  'cvv',
  'cvc',
  'iban',
  '(?:credit |debit |bank )?card (?:numbers?|details|data)',
  'numbers? of (?:your|the) (?:\\w+ )?cards?',
  'bank (?:accounts?|details|data)',
  'account (?:numbers?|details)',
  'social security',
  'log ?in',
  'contraseña*',
  'clave*',
  'número* de (?:tu |su |la )?(?:tarjeta|cuenta)',
  'senha*',
  'número* d[oe] (?:seu |teu )?(?:cartão|conta)',
  'passwort*',
  'passwörter',
  'kennwort*',
  'kartennummer*',
  'kreditkartennummer*',
  'kontonummer*',
  'bankverbindung',
  'पासवर्ड',
  'पिन',
  'ओटीपी',
  'कार्ड (?:नंबर|संख्या)',
  'खाता (?:नंबर|संख्या)',
  'كلمة (?:المرور|السر)',
  'رقم (?:البطاقة|بطاقتك|الحساب|حسابك)',
  'الرقم السري',
];

const insults = [
  'idiot*',
  'stupid*',
  'moron*',
  'dumb*',
  'fools?',
  'foolish',
  'losers?',
  'ugly',
  'shut up',
  'get lost',
  'go away',
  'too poor',
  'pathetic',
  'hate you',
  'fuck*',
  'shit*',
  'damn*',
  'bitch*',
  'bastard*',
  'estúpid*',
  'tont[oa]s?',
  'imbécil*',
  'cállate',
  'mierda*',
  'burr[oa]s?',
  'idiotas?',
  'cala a boca',
  'merda*',
  'dumm*',
  'blöd*',
  'trottel*',
  'halt (?:den mund|die klappe)',
  'scheiß*',
  'scheiss*',
  'बेवकूफ़?',
  'मूर्ख',
  'गधा',
  'चुप रहो',
  'غبي*',
  'أحمق',
  'حمار',
  'اخرس',
];

const patterns: readonly (readonly [ProblemCode, RegExp])[] = [
  ['secret', wholeWords(secrets)],
  ['insult', wholeWords(insults)],
];

/** It neither asks for secrets nor is rude, whoever wanted it to. */
export const checkManners: Check = ({ folded }) => {
  return patterns.flatMap(([code, pattern]) => {
    const words = folded.match(pattern)?.[0];
    return words === undefined ? [] : [{ code, words } satisfies Problem];
  });
};
