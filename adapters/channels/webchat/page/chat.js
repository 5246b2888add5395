import { createVisitor, readConfig } from './api.js';
import { createComposer } from './composer.js';
import { make } from './dom.js';
import { shareLocation } from './location.js';
import { createLog, markButton } from './log.js';
import { createMoney } from './money.js';
import { createOutbox } from './outbox.js';
import { contentOf } from './own.js';
import { createScroll } from './scroll.js';
import { openStream } from './stream.js';
import { createTyping } from './typing.js';
import { createWords } from './words.js';

const at = (id) => document.getElementById(id);

async function start() {
  const config = await readConfig();
  const say = (name, values) => createWords(config.words)(name, { shop: config.shop, ...values });
  label(config, say);
  const visitor = createVisitor({ onOther: () => location.reload() });
  const page = open(say, createMoney(config.locale), visitor);
  createComposer({ form: at('composer'), field: at('words') }, (text) => page.say({ text }));
}

/** The fixed words of the page. */
function label({ shop, locale }, say) {
  document.documentElement.lang = locale;
  document.title = say('title');
  at('shop').textContent = shop;
  at('mark').textContent = [...shop.trim()][0] ?? '';
  at('log').setAttribute('aria-label', say('conversation'));
  at('words').placeholder = say('write');
  at('words-label').textContent = say('message');
  at('send').setAttribute('aria-label', say('send'));
  at('earlier').textContent = say('earlier');
  at('newest').textContent = say('newest');
  at('typing-words').textContent = say('typing');
  at('connection').textContent = say('lost');
}

/** Joins what is on the screen with what goes out and what comes in. */
function open(say, money, visitor) {
  const tools = {
    say,
    money,
    pick: (choice, words, button) => pickOnce(button) && markAndSay(choice, words, button),
    shareLocation: (button, trouble) =>
      shareLocation({ button, trouble, say, send: (location) => speak({ location }) }),
  };
  const log = createLog(at('log'), tools);
  const scroll = createScroll(at('scroll'), at('newest'), log.newestOwn);
  const typing = createTyping(at('typing'), scroll.added);
  const outbox = createOutbox(visitor.ask, { state: (id, state, reason) => log.state(id, note(state, reason)) });
  const notes = {
    sent: () => null,
    sending: () => [say('sending')],
    waiting: () => [`${say('notSent')} `, tryNow()],
    refused: (reason) => [say('refused', { reason })],
  };
  const note = (state, reason) => notes[state](reason);
  const tryNow = () => {
    const button = make('button', { type: 'button', class: 'try' }, say('tryNow'));
    button.addEventListener('click', () => {
      at('words').focus();
      outbox.retry();
      stream.retry();
    });
    return button;
  };
  const speak = (said, id) => {
    const given = outbox.say(said, id);
    log.addOwn(given, contentOf(said));
    scroll.toBottom();
  };
  const markAndSay = (choice, words, button) => {
    markButton(button, say);
    speak({ choice, label: words });
  };
  const showPending = () => {
    for (const { id, said } of outbox.pending()) log.addOwn(id, contentOf(said));
    outbox.start();
  };
  const stream = openStream(visitor.ask, {
    state: (state) => {
      at('connection').hidden = state === 'open';
      if (state === 'open') outbox.retry();
    },
    typing: typing.show,
    turn: (turn) => {
      if (turn.inbound) outbox.shown(turn.inbound.id);
      if (turn.parts.length > 0) typing.hide();
      log.showTurn(turn);
      scroll.added();
    },
    part: (part) => {
      typing.hide();
      log.showPart(part);
      scroll.added();
    },
    reset: () => {
      log.clear();
      at('log').setAttribute('aria-busy', 'true');
    },
    ready: ({ earlier, empty }) => {
      if (at('log').getAttribute('aria-busy') === 'true') at('earlier').hidden = !earlier;
      showPending();
      at('log').setAttribute('aria-busy', 'false');
      if (empty) speak({ opened: cameFrom() }, 'opened');
      scroll.added();
    },
  });
  at('earlier').addEventListener('click', () => showEarlier({ visitor, log, scroll }));
  return { say: speak };
}

/** `/?start=winter` lets a link or a QR code say where it hung. */
function cameFrom() {
  return new URLSearchParams(location.search).get('start') ?? true;
}

/** A double click is one press. */
function pickOnce(button) {
  if (button.dataset.pressed) return false;
  button.dataset.pressed = 'yes';
  setTimeout(() => delete button.dataset.pressed, 700);
  return true;
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

/** The shop may just be restarting. */
function keepTrying() {
  start().catch(() => setTimeout(keepTrying, 2000));
}

keepTrying();
