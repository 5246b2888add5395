import { figures, make, unseen } from './dom.js';

/** What the visitor did, as they see it in the log; `null` for what leaves no line (opening the chat). */
export function ownWords(id, content, { say, picture }) {
  switch (content.type) {
    case 'text':
      return [content.text];
    case 'choice':
      return [content.label ?? content.id];
    case 'location':
      return placeWords(content, say);
    case 'media':
      return [
        content.kind === 'image' ? picture(id) : fileWords(content, say),
        content.caption && make('span', { class: 'words' }, content.caption),
      ].filter(Boolean);
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
  return [label ?? say('myLocation'), make('span', { class: 'about' }, figures(at))];
}

const fileNames = { voice: 'voiceNote', video: 'video', document: 'file', sticker: 'sticker' };

function fileWords({ kind, name, heard }, say) {
  const called = kind === 'document' && name ? name : say(fileNames[kind] ?? 'file');
  const spoken =
    heard && kind === 'voice' ? make('span', { class: 'about heard' }, unseen(say('understood')), `“${heard}”`) : null;
  return make('span', { class: `sent ${kind}` }, called, spoken ?? '');
}

/** The body that was posted, as the inbound content it will be. */
export function contentOf(said) {
  if ('text' in said) return { type: 'text', text: said.text };
  if ('choice' in said) return { type: 'choice', id: said.choice, label: said.label };
  if ('media' in said) return { type: 'media', kind: said.kind, name: said.name, caption: said.caption };
  if ('location' in said) return { type: 'location', ...said.location };
  return { type: 'opened' };
}
