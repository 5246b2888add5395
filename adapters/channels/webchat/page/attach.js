import { make } from './dom.js';
import { shrunk } from './shrink.js';

/**
 * One file that waits to be sent with the next message: chosen, pasted or dropped. `tray` shows it until it is taken or
 * put away. `limits`: `{ maxBytes }`.
 */
export function createAttachment({ button, input, tray, area, say, limits }) {
  let chosen = null;

  const clear = () => {
    if (chosen?.preview) URL.revokeObjectURL(chosen.preview);
    chosen = null;
    input.value = '';
    tray.hidden = true;
    tray.replaceChildren();
  };
  const putAway = () => {
    clear();
    button.focus();
  };
  const show = (...children) => {
    tray.replaceChildren(...children);
    tray.hidden = false;
  };
  const choose = async (file) => {
    if (!file) return;
    clear();
    const sent = await shrunk(file);
    if (sent.size > limits.maxBytes)
      return show(make('p', { class: 'trouble' }, say('tooBig', { most: megabytes(limits.maxBytes) })));
    const preview = sent.type.startsWith('image/') ? URL.createObjectURL(sent) : null;
    chosen = { file: sent, name: file.name, kind: kindOf(sent.type), preview };
    show(
      preview && make('img', { class: 'thumb', src: preview, alt: '' }),
      make('span', { class: 'what', dir: 'auto' }, file.name),
      removeButton(say, putAway),
    );
  };
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => void choose(input.files[0]));
  takeDropped(area, choose);
  return {
    /** What waits, which then waits no more; `null` when nothing does. */
    take: () => {
      const taken = chosen && { file: chosen.file, name: chosen.name, kind: chosen.kind };
      clear();
      return taken;
    },
    has: () => chosen !== null,
  };
}

/** As it is shown until the server has looked at it. */
export function kindOf(type) {
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/')) return 'voice';
  return type.startsWith('video/') ? 'video' : 'document';
}

function megabytes(bytes) {
  return Math.floor(bytes / 1024 / 1024);
}

function removeButton(say, putAway) {
  const button = make('button', { type: 'button', class: 'remove', 'aria-label': say('remove') }, '×');
  button.addEventListener('click', putAway);
  return button;
}

function takeDropped(area, choose) {
  area.addEventListener('paste', ({ clipboardData }) => void choose(clipboardData.files[0]));
  area.addEventListener('dragover', (event) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  });
  area.addEventListener('drop', (event) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void choose(event.dataTransfer.files[0]);
  });
}
