import { cardStrip } from './cards.js';
import { make, safeAddress } from './dom.js';
import { invoiceTable, receiptTable } from './receipt.js';
import { paragraph } from './rich-text.js';

/**
 * What a shopper sees of a rendered part. `tools`: `say` (words), `money`, `pick(choice, label)`, `shareLocation(button)`.
 */
export function renderPart(part, tools) {
  switch (part.type) {
    case 'text':
      return bubble(paragraph(part.text));
    case 'buttons':
      return [bubble(paragraph(part.text)), choiceButtons(part.choices, tools)];
    case 'list':
      return [bubble(paragraph(part.text)), choiceRows(part.choices, tools)];
    case 'cards':
      return [bubble(paragraph(part.text)), cardStrip(part.cards, tools), choiceButtons(part.choices, tools)];
    case 'image':
      return picture(part);
    case 'receipt':
      return bubble(paragraph(part.text), receiptTable(part, tools));
    case 'ask-location':
      return [bubble(paragraph(part.text)), locationButton(tools)];
    case 'ask-contact':
      return [bubble(paragraph(part.text)), writeButton(tools.say('shareNumber'), tools)];
    case 'invoice':
      return bubble(
        make('p', { class: 'text strong', dir: 'auto' }, part.title),
        paragraph(part.text),
        invoiceTable(part, tools),
      );
    default:
      return bubble(make('p', { class: 'text' }, tools.say('unreadable')));
  }
}

function bubble(...children) {
  const shown = children.filter((child) => child !== null);
  return shown.length === 0 ? null : make('div', { class: 'bubble' }, ...shown);
}

function choiceButtons(choices, tools) {
  if (choices.length === 0) return null;
  return make('div', { class: 'choices' }, ...choices.map((choice) => choiceButton(choice, tools)));
}

function choiceButton(choice, tools) {
  const button = make(
    'button',
    { type: 'button', class: 'choice', 'data-choice': choice.id, dir: 'auto' },
    choice.label,
  );
  button.addEventListener('click', () => tools.pick(choice.id, choice.label, button));
  if (!choice.description) return button;
  button.append(make('span', { class: 'about', dir: 'auto' }, choice.description));
  return button;
}

function choiceRows(choices, tools) {
  return make('div', { class: 'choices rows' }, ...choices.map((choice) => choiceButton(choice, tools)));
}

function picture({ url, alt, caption }) {
  const src = safeAddress(url, ['http:', 'https:']);
  const image = src && make('img', { class: 'picture', src, alt, loading: 'lazy', decoding: 'async' });
  const words = image ? paragraph(caption) : (paragraph(caption) ?? make('p', { class: 'text' }, alt));
  image?.addEventListener('error', () => image.replaceWith(make('p', { class: 'text faint' }, alt)));
  return make('figure', { class: 'bubble figure' }, image, words && make('figcaption', {}, words));
}

function locationButton(tools) {
  const button = make('button', { type: 'button', class: 'choice' }, tools.say('shareLocation'));
  const trouble = make('p', { class: 'trouble', role: 'status' });
  button.addEventListener('click', () => tools.shareLocation(button, trouble));
  return make('div', { class: 'choices' }, button, trouble);
}

/** A browser has no number to give: the button leads to where it is written. */
function writeButton(label, tools) {
  const button = make('button', { type: 'button', class: 'choice' }, label);
  button.addEventListener('click', tools.startWriting);
  return make('div', { class: 'choices' }, button);
}
