import { make } from './dom.js';
import { shrunk } from './shrink.js';

/**
 * One file that waits to be sent with the next message: chosen, pasted or dropped. `tray` shows it until it is taken or
 * put away. `limits`: `{ maxBytes }`.
 */
export function createAttachment({ button, input, tray, area, field, say, limits }) {
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
    tray.replaceChildren(...children.filter(Boolean));
    tray.hidden = false;
  };
  const choose = async (file) => {
    if (!file) return;
    clear();
    const own = { file: shrunk(file), name: file.name, kind: kindOf(file.type), preview: null };
    chosen = own;
    show(make('span', { class: 'what', dir: 'auto' }, file.name), removeButton(say, putAway));
    // On a phone the keyboard would cover what is being chosen.
    if (matchMedia('(pointer: fine)').matches) field.focus();
    look(own, await own.file);
  };
  /** It may have been sent or put away while it was being made smaller. */
  const look = (own, file) => {
    if (chosen !== own) return;
    if (file.size > limits.maxBytes) {
      clear();
      return show(make('p', { class: 'trouble' }, say('tooBig', { most: megabytes(limits.maxBytes) })));
    }
    if (!file.type.startsWith('image/')) return;
    own.preview = URL.createObjectURL(file);
    tray.prepend(make('img', { class: 'thumb', src: own.preview, alt: '' }));
  };
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => void choose(input.files[0]));
  takeDropped(area, choose);
  return {
    /** What waits, which then waits no more; `null` when nothing does. Its `file` is promised. */
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
