import { at } from './at.js';
import { make } from './dom.js';

const slowMs = 600;

/** Tells below a line what becomes of it. Sending is only worth a word when it takes long. */
export function createNotes({ log, say, retry, onChange }) {
  let slow;
  const tryNow = () => {
    const button = make('button', { type: 'button', class: 'try' }, say('tryNow'));
    button.addEventListener('click', () => {
      at('words').focus();
      retry();
    });
    return button;
  };
  const notes = {
    sent: () => null,
    waiting: () => [`${say('notSent')} `, tryNow()],
    refused: (reason) => [say('refused', { reason })],
  };
  const show = (id, note) => {
    log.state(id, note);
    onChange();
  };
  return (id, state, reason) => {
    clearTimeout(slow);
    if (state === 'sending') slow = setTimeout(() => show(id, [say('sending')]), slowMs);
    else show(id, notes[state](reason));
  };
}
