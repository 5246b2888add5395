import { at } from './at.js';
import { createDraft } from './draft.js';
import { shareLocation } from './location.js';
import { createLog, markButton } from './log.js';
import { createNotes } from './notes.js';
import { createOutbox } from './outbox.js';
import { contentOf } from './own.js';
import { createPictures } from './pictures.js';
import { createScroll } from './scroll.js';
import { openStream } from './stream.js';
import { createTyping } from './typing.js';

/** Joins what is on the screen with what goes out and what comes in. */
export function openTalk({ say, money, visitor }) {
  const speak = (said, options) => {
    const id = outbox.say(said, options);
    if (options?.file) pictures.keep(id, options.file);
    log.addOwn(id, contentOf(said));
    scroll.toBottom();
  };
  const pictures = createPictures(visitor.ask, { say, onSize: () => scroll.added() });
  const log = createLog(at('log'), { ...createTools({ say, money, speak }), picture: pictures.show });
  const scroll = createScroll(at('scroll'), at('newest'), log.newestOwn);
  const typing = createWriting(scroll.added);
  const retry = () => {
    outbox.retry();
    stream.retry();
  };
  const outbox = createOutbox(visitor.ask, { state: createNotes({ log, say, retry, onChange: scroll.added }) });
  const listeners = createListeners({ log, scroll, typing, outbox, speak });
  const stream = openStream(visitor.ask, listeners);
  visitor.whenNew(() => {
    outbox.forgetSent();
    listeners.reset();
    stream.restart();
  });
  at('earlier').addEventListener('click', () => showEarlier({ visitor, log, scroll }));
  return { speak };
}

/** What the parts on the screen can do when they are pressed. */
function createTools({ say, money, speak }) {
  return {
    say,
    money,
    startWriting: () => at('words').focus(),
    pick: (choice, label, button) => {
      if (!isFirstPress(button)) return;
      markButton(button, say);
      speak({ choice, label });
    },
    shareLocation: (button, trouble) => {
      shareLocation({ button, trouble, say, send: (location) => speak({ location }) });
    },
  };
}

/** A double click is one press. */
function isFirstPress(button) {
  if (button.dataset.pressed) return false;
  button.dataset.pressed = 'yes';
  setTimeout(() => delete button.dataset.pressed, 700);
  return true;
}

/** What is seen of an answer before it is there: dots, then its words. Those who listen are told once that the shop is writing. */
function createWriting(onChange) {
  const dots = createTyping(at('typing'), onChange);
  const draft = createDraft(at('draft'), onChange);
  return {
    show: () => {
      if (!at('draft').hidden) return;
      at('typing').classList.remove('unseen');
      dots.show();
    },
    draft: (text) => {
      at('typing').classList.add('unseen');
      dots.show();
      draft.show(text);
    },
    hide: () => {
      at('typing').classList.remove('unseen');
      dots.hide();
      draft.hide();
    },
  };
}

/** What happens on each event of the stream. */
function createListeners({ log, scroll, typing, outbox, speak }) {
  const cameBy = takeStart();
  let isTold = false;
  const isFresh = () => at('log').getAttribute('aria-busy') === 'true';
  const showPending = () => {
    for (const { id, said } of outbox.pending()) log.addOwn(id, contentOf(said));
    outbox.start();
  };
  return {
    state: (state) => {
      at('connection').hidden = state === 'open';
      if (state === 'open') outbox.retry();
    },
    typing: typing.show,
    draft: ({ text }) => typing.draft(text),
    turn: (turn) => {
      if (turn.inbound) outbox.shown(turn.inbound.id);
      if (turn.parts.length > 0 || !at('draft').hidden) typing.hide();
      log.showTurn(turn);
      scroll.added();
    },
    part: (part) => {
      typing.hide();
      log.showPart(part);
      scroll.added();
    },
    reset: () => {
      typing.hide();
      log.clear();
      at('log').setAttribute('aria-busy', 'true');
    },
    ready: ({ earlier, empty }) => {
      if (isFresh()) at('earlier').hidden = !earlier;
      showPending();
      at('log').setAttribute('aria-busy', 'false');
      // One id for ever: the shop greets a visitor once, in however many tabs.
      if (empty) speak({ opened: cameBy ?? true }, { id: 'opened' });
      else if (cameBy !== null && !isTold) speak({ opened: cameBy });
      isTold = true;
      scroll.added();
    },
  };
}

/** `/?start=K7F3QX` is how a link or a QR code says where it leads; a reload is not another visit by it. */
function takeStart() {
  const here = new URL(location.href);
  const start = here.searchParams.get('start');
  here.searchParams.delete('start');
  if (start !== null) history.replaceState(history.state, '', here);
  return start;
}

async function showEarlier({ visitor, log, scroll }) {
  const response = await visitor.ask(`history?before=${log.firstTurn()}`);
  if (!response.ok) return;
  const { turns, earlier } = await response.json();
  at('log').setAttribute('aria-live', 'off');
  scroll.keeping(() => turns.forEach(log.showTurn));
  at('log').setAttribute('aria-live', 'polite');
  at('earlier').hidden = !earlier;
}
