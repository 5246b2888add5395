import { shorten } from '../../../src/channel/cut.ts';
import { fitLabels } from '../../../src/channel/degrading/labels.ts';
import { whatsappCloudCapabilities } from '../../../src/channel/limits/whatsapp-cloud.ts';
import type { Choice } from '../../../src/channel/message.ts';
import { plainText, type RichText } from '../../../src/channel/rich-text.ts';
import { isBlankString } from '../../../src/channel/text-length.ts';
import { toMarkup } from './markup.ts';
import { toPressId } from './press-id.ts';
import type { TemplateName } from './settings.ts';
import { pointer, type Words } from './words.ts';

// The bodies of POST …/messages, without whom they go to (developers.facebook.com/docs/whatsapp/cloud-api/reference/messages).

const { text: textLimits, image: imageLimits } = whatsappCloudCapabilities;

/** Of the text of anything interactive ("Interactive reply buttons messages", "Location request messages", "Share products"). */
const bodyMax = 1024;

export function textRequest(text: RichText): object {
  return { type: 'text', text: { body: toMarkup(text, textLimits.max), preview_url: false } };
}

export function buttonsRequest(text: RichText, choices: readonly Choice[]): object {
  const buttons = choices.map(({ id, label }) => ({
    type: 'reply',
    reply: { id: toPressId(id), title: written(label) },
  }));
  return interactive('button', text, { buttons });
}

export function listRequest(text: RichText, choices: readonly Choice[], { open }: Words): object {
  const rows = choices.map(({ id, label, description }) => ({
    ...{ id: toPressId(id), title: written(label) },
    ...(description === undefined || isBlankString(description) ? {} : { description: written(description) }),
  }));
  return interactive('list', text, { button: open, sections: [{ rows }] });
}

export function locationRequest(text: RichText): object {
  return interactive('location_request_message', text, { name: 'send_location' });
}

export function productRequest(text: RichText, catalogId: string, id: string): object {
  return interactive('product', text, { catalog_id: catalogId, product_retailer_id: id });
}

export function productsRequest(
  text: RichText,
  shown: { catalogId: string; ids: readonly string[]; words: Words },
): object {
  const { catalogId, ids, words } = shown;
  const product_items = ids.map((id) => ({ product_retailer_id: id }));
  const action = { catalog_id: catalogId, sections: [{ title: shorten(words.products, 24), product_items }] };
  return interactive('product_list', text, action, { header: { type: 'text', text: words.products } });
}

export function imageRequest(image: { readonly id: string } | { readonly link: string }, caption: RichText): object {
  const words = toMarkup(caption, imageLimits?.captionMax ?? 0);
  return { type: 'image', image: { ...image, ...(isBlankString(words) ? {} : { caption: words }) } };
}

export function templateRequest({ name, language }: TemplateName, words: string): object {
  const parameters = [{ type: 'text', text: words }];
  const components = [{ type: 'body', parameters }];
  return { type: 'template', template: { name, language: { policy: 'deterministic', code: language }, components } };
}

/** Marks a message as read, and shows for up to 25 seconds that an answer is being written ("Typing indicators"). */
export function readRequest(message: string, isTyping: boolean): object {
  const typing = isTyping ? { typing_indicator: { type: 'text' } } : {};
  return { messaging_product: 'whatsapp', status: 'read', message_id: message, ...typing };
}

function interactive(type: string, text: RichText, action: object, more: object = {}): object {
  const body = toMarkup(text, bodyMax);
  return {
    type: 'interactive',
    interactive: { type, ...more, body: { text: isBlankString(body) ? pointer : body }, action },
  };
}

/** Titles and descriptions are one line. */
function written(label: string): string {
  return label.toWellFormed().replace(/\s+/gu, ' ');
}

/** Rows for what has labels of any length. */
export function fittedRows(choices: readonly Choice[]): readonly Choice[] {
  const { labelMax = 24, descriptionMax = 72 } = whatsappCloudCapabilities.list ?? {};
  const labels =
    fitLabels(
      choices.map(({ label }) => label),
      labelMax,
      1,
    )?.labels ?? [];
  return choices.map(({ id, label, description }, index) => ({
    ...{ id, label: labels[index] ?? shorten(label, labelMax) },
    ...(description === undefined ? {} : { description: shorten(description, descriptionMax) }),
  }));
}

/** One line, as the variable of a template must be: no line breaks, no tabs, no more than four blanks together (error 132018). */
export function oneLine(text: RichText, choices: readonly Choice[]): string {
  const labels = choices.map(({ label }) => label).join(' · ');
  const words = [plainText(text), labels].filter((each) => !isBlankString(each)).join(' — ');
  return shorten(words.toWellFormed().replace(/\s+/gu, ' ').trim(), templateTextMax);
}

/** A template's body is at most 1,024 characters once filled in ("Templates"): this leaves 124 for its own words. */
const templateTextMax = 900;
