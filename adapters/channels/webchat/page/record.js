import { make } from './dom.js';

const longestMs = 2 * 60_000;
const wanted = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** Whether this browser can record here; never without TLS. */
export function canRecord() {
  return Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
}

/** A voice note: the first press begins, the second sends; `tray` shows how long it is and offers to throw it away. */
export function createRecorder({ button, tray, say, send }) {
  let running = null;

  const end = (isWanted) => {
    if (!running) return;
    const { recorder, ticking } = running;
    running.isWanted = isWanted;
    clearInterval(ticking);
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const ended = ({ recorder, pieces, isWanted }) => {
    for (const track of recorder.stream.getTracks()) track.stop();
    running = null;
    label(button, say('record'), false);
    tray.hidden = true;
    tray.replaceChildren();
    button.focus();
    if (isWanted && pieces.length > 0) send(new Blob(pieces, { type: recorder.mimeType }));
  };
  const begin = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
    const own = { recorder, pieces: [], isWanted: true };
    running = own;
    recorder.addEventListener('dataavailable', ({ data }) => data.size > 0 && own.pieces.push(data));
    recorder.addEventListener('stop', () => ended(own));
    recorder.start();
    own.ticking = showTime(tray, say, { over: () => end(true), discard: () => end(false) });
    label(button, say('stopAndSend'), true);
  };
  const start = async () => {
    button.disabled = true;
    await begin().catch(() => {
      tray.replaceChildren(make('p', { class: 'trouble' }, say('noMicrophone')));
      tray.hidden = false;
    });
    button.disabled = false;
  };
  label(button, say('record'), false);
  button.addEventListener('click', () => (running ? end(true) : start()));
}

function label(button, words, isOn) {
  button.setAttribute('aria-label', words);
  button.setAttribute('aria-pressed', String(isOn));
}

function showTime(tray, say, { over, discard }) {
  const startedAt = Date.now();
  // Said once when it begins; a count that is read out every second would drown the shopper's own voice.
  const time = make('span', { class: 'time', 'aria-hidden': 'true' }, '0:00');
  const away = make('button', { type: 'button', class: 'remove', 'aria-label': say('discard') }, '×');
  away.addEventListener('click', discard);
  tray.replaceChildren(
    make('span', { class: 'live', 'aria-hidden': 'true' }),
    make('span', { class: 'what' }, say('recording')),
    time,
    away,
  );
  tray.hidden = false;
  return setInterval(() => {
    const ms = Date.now() - startedAt;
    time.textContent = clock(ms);
    if (ms >= longestMs) over();
  }, 250);
}

function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
