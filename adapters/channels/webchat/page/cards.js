import { figures, make, safeAddress, unseen } from './dom.js';

/** Product cards: a strip to swipe on a phone, a grid where there is room. */
export function cardStrip(cards, tools) {
  const items = cards.map((card) => make('li', { class: 'card' }, ...cardParts(card, tools)));
  return make('ul', { class: 'cards', 'aria-label': tools.say('products') }, ...items);
}

function cardParts(card, tools) {
  const title = make('h2', { class: 'title', dir: 'auto' }, card.title);
  const about = card.description && make('p', { class: 'about', dir: 'auto' }, card.description);
  return [
    make(
      'div',
      { class: 'frame' },
      cardPicture(card),
      !card.inStock && make('span', { class: 'badge' }, tools.say('outOfStock')),
    ),
    make('div', { class: 'facts' }, title, about, price(card, tools)),
    cardButton(card, tools),
  ];
}

function cardPicture(card) {
  const src = card.image && safeAddress(card.image, ['http:', 'https:']);
  if (!src) return noPicture(card);
  const image = make('img', { src, alt: '', loading: 'lazy', decoding: 'async' });
  image.addEventListener('error', () => image.replaceWith(noPicture(card)));
  return image;
}

function noPicture(card) {
  return make('span', { class: 'initial', 'aria-hidden': 'true' }, [...card.title.trim()][0] ?? '·');
}

function price(card, tools) {
  const now = make('span', { class: card.was ? 'now reduced' : 'now' }, figures(tools.money(card.price)));
  const was = card.was && [unseen(tools.say('was')), make('s', { class: 'was' }, figures(tools.money(card.was)))];
  return make('p', { class: 'price' }, now, ...(was ? [' ', ...was] : []));
}

/** The words of many cards' buttons are the same: what is picked is told by the product's title. */
function cardButton(card, tools) {
  const { id, label } = card.choice;
  const name = `${label}: ${card.title}`;
  const button = make(
    'button',
    { type: 'button', class: 'choice', 'data-choice': id, 'aria-label': name, dir: 'auto' },
    label,
  );
  button.addEventListener('click', () => tools.pick(id, card.title, button));
  return button;
}
