import whatsapp from 'whatsapp-web.js';
import type { Choice } from '../../../src/channel/message.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { plainText, type RichText } from '../../../src/channel/rich-text.ts';
import { isBlank } from '../../../src/channel/text-length.ts';
import { failureOf } from './failure.ts';
import { type OpenPicture, pictureAt } from './picture.ts';
import { toWhatsapp } from './words.ts';

export interface Screen {
  readonly client: whatsapp.Client;
  readonly openPicture: OpenPicture;
  readonly pollWords: string;
  /** Remembers what the options of a poll stand for. */
  readonly polled: (poll: string, choices: readonly Choice[]) => void;
}

export type Sent = whatsapp.Message | undefined;

/**
 * Sends one part; `undefined` when the page finds no such chat, `null` for a part that WhatsApp Web has nothing for (its capabilities name none
 * such, or it is a picture that cannot be had and has no words). Rejects as the library does.
 */
export async function showPart(screen: Screen, peer: string, part: RenderedPart): Promise<Sent | null> {
  switch (part.type) {
    case 'text':
      return sendText(screen, peer, part.text);
    case 'image':
      return sendImage(screen, peer, part);
    case 'buttons':
      return sendMenu(screen, peer, part);
    case 'list':
    case 'cards':
    case 'receipt':
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
      return null;
  }
}

const textMax = 4096;
const captionMax = 1024;

/** "Seen" is told when what came is durable, and not by answering. Without the last, a message would count as sent while we are offline. */
const options: whatsapp.MessageSendOptions = {
  ...{ sendSeen: false, linkPreview: false, parseVCards: false },
  waitUntilMsgSent: true,
};

function sendText({ client }: Screen, peer: string, text: RichText): Promise<Sent> {
  return client.sendMessage(peer, toWhatsapp(text, textMax), options);
}

type ImagePart = Extract<RenderedPart, { type: 'image' }>;

/** The words come though the picture cannot: a dead link must not silence the shop. */
async function sendImage(screen: Screen, peer: string, part: ImagePart): Promise<Sent | null> {
  const picture = await pictureAt(part.url, screen.openPicture);
  if (picture === null) return sendWords(screen, peer, part);
  const media = new whatsapp.MessageMedia(picture.mediaType, Buffer.from(picture.bytes).toString('base64'), 'picture');
  const caption = toWhatsapp(part.caption, captionMax);
  try {
    return await screen.client.sendMessage(peer, media, { ...options, ...(caption ? { caption } : {}) });
  } catch (error) {
    if (failureOf(error).kind !== 'refused') throw error;
    return sendWords(screen, peer, part);
  }
}

async function sendWords(screen: Screen, peer: string, { caption, alt }: ImagePart): Promise<Sent | null> {
  const words = [caption, [alt]].find((each) => !isBlank(each));
  return words ? sendText(screen, peer, words) : null;
}

type MenuPart = Extract<RenderedPart, { type: 'buttons' }>;

/** WhatsApp: 2 to 12 options (faq.whatsapp.com, "How to create polls"). */
const fewestOptions = 2;

/**
 * The text says everything, for whoever types; the poll is for whoever would rather tap. Lines have no numbers: what the first counts as is
 * not known here, and labels are answers.
 */
async function sendMenu(screen: Screen, peer: string, { text, choices }: MenuPart): Promise<Sent> {
  const sent = await sendText(screen, peer, [...text, ...untold(text, choices)]);
  if (!sent || choices.length < fewestOptions) return sent;
  try {
    const labels = choices.map(({ label }) => label);
    const poll = await screen.client.sendMessage(peer, new whatsapp.Poll(screen.pollWords, labels), options);
    if (poll) screen.polled(poll.id.id, choices);
  } catch (error) {
    // The menu has been sent and can be answered: sent again it would be seen twice.
    if (failureOf(error).kind === 'late') throw error;
  }
  return sent;
}

function untold(text: RichText, choices: readonly Choice[]): RichText {
  const told = plainText(text);
  const lines = choices.map(({ label }) => label).filter((label) => !told.includes(label));
  return lines.length === 0 ? [] : [`\n\n${lines.map((label) => `• ${label}`).join('\n')}`];
}
