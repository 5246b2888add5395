import type { Message, PhotoSize } from 'grammy/types';
import { badRequest } from './api-error.ts';
import type { FormattedText } from './clean-text.ts';
import type { Parameters } from './parameters.ts';
import { checkPhoto, type Size } from './picture-file.ts';
import { readCaption, readMessageText } from './read-text.ts';
import { type Markup, readMarkup } from './reply-markup.ts';
import { type ServerState, sendAsBot } from './server-state.ts';

export function sendMessage(state: ServerState, request: Parameters): Message {
  const chat = state.chats.forBot(request.integer('chat_id'));
  const { text, entities } = readMessageText(request);
  const markup = readMarkup(request.json('reply_markup'), chat.chat.id);
  state.flood.count(chat.chat.id);
  return sendAsBot(state, chat, { text, ...withEntities('entities', entities), ...shownMarkup(markup) });
}

export function sendPhoto(state: ServerState, request: Parameters): Message {
  const chat = state.chats.forBot(request.integer('chat_id'));
  const { text, entities } = readCaption(request);
  const markup = readMarkup(request.json('reply_markup'), chat.chat.id);
  const { photo, upload } = readPhoto(state, request);
  state.flood.count(chat.chat.id);
  const caption = text === '' ? {} : { caption: text, ...withEntities('caption_entities', entities) };
  return sendAsBot(state, chat, { photo, upload, ...caption, ...shownMarkup(markup) });
}

export function withEntities(name: 'entities' | 'caption_entities', entities: FormattedText['entities']) {
  return entities.length > 0 ? { [name]: [...entities] } : {};
}

function shownMarkup(markup: Markup) {
  switch (markup.kind) {
    case 'none':
      return {};
    case 'inline':
      return { reply_markup: markup.inline };
    case 'reply':
      return { reply: markup.reply };
  }
}

interface Photo {
  readonly photo: PhotoSize[];
  readonly upload: Uint8Array | null;
}

function readPhoto(state: ServerState, request: Parameters): Photo {
  const file = request.file('photo');
  if (file)
    return { photo: keep(state, file.bytes, checkPhoto(file.bytes, 'IMAGE_PROCESS_FAILED')), upload: file.bytes };
  const named = request.text('photo');
  if (named === null || named === '') throw badRequest('there is no photo in the request');
  const known = state.files.get(named);
  if (known) return { photo: known, upload: null };
  return { photo: fetched(state, named), upload: null };
}

function fetched(state: ServerState, address: string): PhotoSize[] {
  if (!/^https?:/u.test(address)) throw badRequest('wrong remote file identifier specified: Wrong string length');
  const bytes = state.pictures.get(address);
  if (!bytes) throw badRequest('failed to get HTTP URL content');
  return keep(state, bytes, checkPhoto(bytes, 'wrong type of the web page content'));
}

function keep(state: ServerState, bytes: Uint8Array, { width, height }: Size): PhotoSize[] {
  const file_id = `AgACAgIAAxkDAAI${state.files.size.toString(36).padStart(6, '0')}`;
  const photo = [{ file_id, file_unique_id: `u${state.files.size}`, width, height, file_size: bytes.length }];
  state.files.set(file_id, photo);
  return photo;
}
