// Brings the page up, and does what the phone's server says.

import { accountModules, finishLoading, isLinked, link, socket, startCodes, unlink } from './account.js';
import { changeType, changeUnread, changeWords, chatModules, load, Msg, put, updateAck } from './chats.js';
import { mediaModules } from './media.js';
import { account, phone } from './server.js';

const orders = {
  scan: link,
  logout: unlink,
  state: ({ state }) => socket.become(state),
  rotate: startCodes,
  message({ raw, unread }) {
    put(raw, true);
    if (!raw.id.fromMe) changeUnread(raw.id.remote, unread);
  },
  ack: ({ id, ack }) => updateAck(Msg.get(id), ack),
  edit: ({ id, words }) => changeWords(Msg.get(id), words),
  revoke: ({ id }) => changeType(Msg.get(id), 'revoked'),
  decrypt({ id, body }) {
    const message = Msg.get(id);
    message.body = body;
    changeType(message, 'chat');
  },
  forget: ({ id }) => Msg.all.delete(id),
  reaction: ({ reaction }) => chatModules.WAWebAddonReactionTableMode.reactionTableMode.bulkUpsert([reaction]),
  vote: ({ vote }) => chatModules.WAWebAddonPollVoteTableMode.pollVoteTableMode.bulkUpsert([vote]),
  freeze() {
    for (;;);
  },
};

function follow() {
  const source = new EventSource(`${phone}/orders?from=${account.orders}`);
  source.onmessage = ({ data }) => {
    const order = JSON.parse(data);
    if (isLinked() || !needsLink.has(order.order)) void orders[order.order](order);
  };
}

const needsLink = new Set(['message', 'ack', 'edit', 'revoke', 'decrypt', 'forget', 'reaction', 'vote']);

async function begin() {
  await load();
  const modules = { ...accountModules, ...chatModules, ...mediaModules };
  window.require = (name) => {
    if (!(name in modules) || name === account.renamed) throw new Error(`Requiring unknown module "${name}"`);
    return modules[name];
  };
  if (!account.neverStarts) window.Debug = { VERSION: '2.3000.0' };
  follow();
  if (!isLinked()) return startCodes();
  socket.become('CONNECTED');
  finishLoading();
}

void begin();
