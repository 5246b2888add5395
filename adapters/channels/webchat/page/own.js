import { make } from './dom.js';

/** What the visitor did, as they see it in the log; `null` for what leaves no line (opening the chat). */
export function ownWords(content, say) {
  switch (content.type) {
    case 'text':
      return [content.text];
    case 'choice':
      return [content.label ?? content.id];
    case 'location':
      return placeWords(content, say);
    case 'contact':
      return [content.name ?? content.phone];
    case 'opened':
      return null;
    default:
      return [say('unreadable')];
  }
}

function placeWords({ latitude, longitude, label }, say) {
  const at = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return [label ?? say('myLocation'), make('span', { class: 'about' }, at)];
}

/** The body that was posted, as the inbound content it will be. */
export function contentOf(said) {
  if ('text' in said) return { type: 'text', text: said.text };
  if ('choice' in said) return { type: 'choice', id: said.choice, label: said.label };
  if ('location' in said) return { type: 'location', ...said.location };
  return { type: 'opened' };
}
