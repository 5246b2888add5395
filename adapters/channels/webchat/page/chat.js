import { createVisitor, readConfig } from './api.js';
import { at } from './at.js';
import { createAttachment } from './attach.js';
import { createComposer } from './composer.js';
import { createMoney } from './money.js';
import { openPreview } from './preview.js';
import { canRecord, createRecorder } from './record.js';
import { openTalk } from './talk.js';
import { createWords, languageFor } from './words.js';

async function start() {
  const config = await readConfig();
  const speaks = languageFor(config.locale);
  const words = createWords(config.words, speaks.language);
  const say = (name, values) => words(name, { shop: config.shop, ...values });
  label(config, speaks, say);
  const preview = openPreview(config.previews);
  const visitor = createVisitor({ preview, onOther: () => location.reload() });
  const talk = openTalk({ say, money: createMoney(speaks.tag), visitor });
  const attachment = config.media ? offerFiles({ media: config.media, say, speak: talk.speak }) : null;
  createComposer({ form: at('composer'), field: at('words'), isFull: () => attachment?.has() ?? false }, (text) => {
    const taken = attachment?.take() ?? null;
    if (taken) sendFile(talk.speak, taken, text);
    else talk.speak({ text });
  });
}

function offerFiles({ media, say, speak }) {
  const parts = {
    button: at('attach'),
    input: at('file'),
    tray: at('attached'),
    area: at('composer'),
    field: at('words'),
  };
  at('attach').setAttribute('aria-label', say('attach'));
  at('attach').hidden = false;
  if (media.voice && canRecord()) {
    at('record').hidden = false;
    const send = (file) => sendFile(speak, { file, kind: 'voice' }, '');
    createRecorder({ button: at('record'), tray: at('recording'), say, send });
  }
  return createAttachment({ ...parts, say, limits: media });
}

/** `text`: what was written with it. */
function sendFile(speak, { file, kind, name }, text) {
  speak({ media: null, kind, ...(name ? { name } : {}), ...(text ? { caption: text } : {}) }, { file });
}

/** The fixed words of the page. */
function label({ shop }, { tag, dir }, say) {
  document.documentElement.lang = tag;
  document.documentElement.dir = dir;
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
  at('connection').hidden = true;
}

/** The shop may just be restarting. */
function keepTrying() {
  start().catch(() => {
    at('connection').textContent = createWords({}, languageFor().language)('failed');
    at('connection').hidden = false;
    setTimeout(keepTrying, 2000);
  });
}

// Until the page is ready, Enter must not submit the form as browsers do: by loading the page anew.
at('composer').addEventListener('submit', (event) => event.preventDefault());
keepTrying();
