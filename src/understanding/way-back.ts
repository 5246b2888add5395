import { readGlobalCommand } from './global-commands.ts';
import { normalise } from './normalise.ts';

/** `said`: in so many words; `taken`: by giving up what they waited for. */
export type WayBack = 'start-over' | 'said' | 'taken';

/** Whole messages, in any language at any time: they mean the same everywhere. */
const forms: ReadonlySet<string> = new Set(
  [
    ['back', 'go back', 'take me back', 'back please', 'go on', 'go on with the shop', 'continue shopping'],
    ['back to the shop', 'go back to the shop', 'back to shop', 'back to the bot', 'back to the assistant'],
    ['volver', 'atrás', 'regresar', 'volver atrás', 'volver a la tienda', 'seguir comprando'],
    ['voltar', 'volta', 'voltar à loja', 'voltar para a loja', 'continuar comprando'],
    ['zurück', 'geh zurück', 'wieder zurück', 'zurück zum laden', 'zurück zum shop'],
    ['वापस', 'वापस जाओ', 'वापस जाएँ', 'वापस चलो', 'दुकान पर वापस', 'wapas', 'wapas jao'],
    ['رجوع', 'عودة', 'ارجع', 'العودة', 'الرجوع', 'العودة إلى المتجر', 'الرجوع إلى المتجر'],
  ]
    .flat()
    .map((form) => normalise(form)),
);

/** Whether somebody who waits for a person would rather go on with the shop; `null` for everything else. */
export function readWayBack(text: string, locale: string): WayBack | null {
  if (forms.has(normalise(text))) return 'said';
  const command = readGlobalCommand(text, locale);
  if (command === 'restart') return 'start-over';
  return command === 'cancel' ? 'taken' : null;
}

/** "Ok nevermind show me lamps": what is wanted instead of a person. */
export function wantedInstead(text: string, locale: string): string | null {
  const words = text.trim().split(/\s+/u);
  for (let count = Math.min(most, words.length - 1); count > 0; count -= 1) {
    if (readGlobalCommand(words.slice(0, count).join(' '), locale) === 'cancel') return words.slice(count).join(' ');
  }
  return null;
}

/** Words of the longest giving up that is looked for before another wish. */
const most = 4;
