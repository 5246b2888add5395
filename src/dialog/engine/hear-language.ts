import type { Reply } from '../../channel/replies.ts';
import { askedLanguage } from '../asked-language.ts';
import { languageChoice } from '../languages.ts';
import type { Menu } from '../state.ts';
import { advance } from './advance.ts';
import { interrupt } from './flows.ts';
import type { Turn } from './turn.ts';

export interface LanguageWish {
  /** A language's name alone may also answer what was asked. */
  readonly as: 'command' | 'exactFlow';
  hear(): void;
}

/** "speak english", in whatever language it is said. Null where nothing of the kind is. */
export function askForLanguage(turn: Turn, text: string): LanguageWish | null {
  const flow = turn.book.moments.get('another language');
  const asked = flow === undefined ? null : askedLanguage(text, turn.book.languages);
  if (flow === undefined || asked === null) return null;
  return {
    as: asked.bare ? 'exactFlow' : 'command',
    hear() {
      interrupt(turn, { flow, slots: { wanted: asked.locale }, given: {} });
      advance(turn);
    },
  };
}

/** "alemán, por favor" where `Deutsch (German)` is offered. */
export function languageReply({ book }: Turn, { choices }: Menu, text: string): Reply | null {
  const asked = askedLanguage(text, book.languages);
  const label = asked && languageChoice(asked.locale, book.shop.locale).label;
  const choice = choices.find((one) => one.label === label);
  return choice ? { kind: 'picked', choice } : null;
}
