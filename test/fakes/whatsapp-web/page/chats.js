// Chats and what is said in them.

import { faultOf } from './limits.js';
import { Chats, createWid, Messages, MsgKey } from './models.js';
import { account, phone, tell } from './server.js';

export const Msg = new Messages();
const Chat = new Chats();

const chatOf = (wid) =>
  Chat.at(wid, () => [...Msg.all.values()].filter((each) => each.id.remote._serialized === wid._serialized));

/** A message as it lies on WhatsApp's server; `isNew` when it comes just now. */
export function put(raw, isNew) {
  const remote = createWid(raw.id.remote);
  const message = Msg.put({
    ...raw,
    id: { ...raw.id, remote },
    from: createWid(raw.from),
    to: createWid(raw.to),
    isNewMsg: isNew,
  });
  const chat = chatOf(remote);
  chat.t = Math.max(chat.t, raw.t);
  if (isNew) Msg.trigger('add', message);
  return message;
}

export function changeUnread(id, unread) {
  const chat = chatOf(createWid(id));
  chat.unreadCount = unread;
  Chat.trigger('change:unreadCount', chat, unread);
}

export function updateAck(message, ack) {
  message.ack = ack;
  Msg.trigger('change', message);
  Msg.trigger('change:ack', message, ack);
}

export function changeWords(message, words) {
  const name = message.type === 'chat' ? 'body' : 'caption';
  const before = message[name];
  message[name] = words;
  Msg.trigger('change', message);
  Msg.trigger(`change:${name}`, message, words, before);
}

export function changeType(message, type) {
  message.type = type;
  Msg.trigger('change', message);
  Msg.trigger('change:type', message);
  message.trigger('change:type', message);
}

/** Two promises: in the chat, and taken by the server. */
function addAndSendMsgToChat(chat, raw) {
  const fault = faultOf(raw);
  if (fault) {
    tell({ kind: 'refused', fault });
    return [Promise.reject(new Error(`refused: ${fault}`)), Promise.resolve()];
  }
  const added = add(chat, raw);
  return [added, added.then(send)];
}

async function add(chat, raw) {
  if (!(await isRegistered(chat.id))) throw new Error('No LID for user');
  const { mediaBlob, ...plain } = raw;
  const message = Msg.put(plain);
  chat.t = raw.t;
  Msg.trigger('add', message);
  return message;
}

async function send(message) {
  const answer = await tell({ kind: 'sent', message: message.serialize() });
  // The server has it, or has it not, and we shall never know.
  if (answer.hang) await new Promise(() => {});
  updateAck(message, answer.ack);
  return { messageSendResult: answer.ack === 1 ? 'OK' : 'ERROR_UNKNOWN' };
}

async function findOrCreateLatestChat(wid) {
  if (!(await isRegistered(wid))) throw new Error('No LID for user');
  return { chat: chatOf(wid) };
}

const isRegistered = async (wid) => (await tell({ kind: 'exists', person: wid._serialized })).exists;

const typing = (state) => async (wid) => void tell({ kind: 'typing', person: wid._serialized, state });

async function sendSeen({ chat }) {
  changeUnread(chat.id._serialized, 0);
  await tell({ kind: 'seen', person: chat.id._serialized });
}

export async function load() {
  const { chats, ...about } = await (await fetch(`${phone}/state`)).json();
  Object.assign(account, about);
  for (const { unread, messages } of chats) {
    for (const raw of messages) if (!Msg.get(raw.id._serialized)) put(raw, false);
    if (messages[0]) chatOf(createWid(messages[0].id.remote)).unreadCount = unread;
  }
}

export const chatModules = {
  WAWebCollections: { Msg, Chat, Contact: new Chats() },
  WAWebWidFactory: { createWid, asUserWidOrThrow: createWid },
  WAWebMsgKey: MsgKey,
  WALinkify: { findLink: () => undefined, findLinks: () => [] },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebSendMsgChatAction: { addAndSendMsgToChat },
  WAWebFindChatAction: { findOrCreateLatestChat },
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
  WAWebStreamModel: { Stream: { markAvailable() {}, markUnavailable() {} } },
  WAWebUpdateUnreadChatAction: { sendSeen },
  WAWebChatStateBridge: {
    sendChatStateComposing: typing('composing'),
    sendChatStateRecording: typing('recording'),
    sendChatStatePaused: typing('paused'),
  },
  WAWebQueryExistsJob: { queryWidExists: async (wid) => ((await isRegistered(wid)) ? { wid } : null) },
  WAWebSyncGatingUtils: {},
  WAWebCallCollection: {},
  WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: async () => {} } },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: async () => {} } },
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => 'text' },
  WAWebNonMessageDataRequestPlaceholderMessageResendUtils: { handlePlaceholderMsgsSeen() {} },
};
