import { make, safeAddress } from './dom.js';

const protocols = ['http:', 'https:', 'mailto:', 'tel:'];

/** The nodes of a text with light markup. Nothing in it is ever read as HTML. */
export function textNodes(text) {
  return text.map(node);
}

function node(inline) {
  if (typeof inline === 'string') return document.createTextNode(inline);
  if ('bold' in inline) return make('strong', {}, ...textNodes(inline.bold));
  if ('italic' in inline) return make('em', {}, ...textNodes(inline.italic));
  if ('code' in inline) return make('code', {}, inline.code);
  return link(inline);
}

function link({ link: address, text }) {
  const words = text.length > 0 ? textNodes(text) : [document.createTextNode(address)];
  const href = safeAddress(address, protocols);
  if (href === null) return make('span', {}, ...words);
  return make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}

/** A paragraph of it, or nothing when it is empty. */
export function paragraph(text, name = 'text') {
  return text.length === 0 ? null : make('p', { class: name, dir: 'auto' }, ...textNodes(text));
}
