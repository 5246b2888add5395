import type { ProductCard, ProductsMessage } from '../message.ts';
import type { RichText } from '../rich-text.ts';
import { addCards, cardsFit } from './cards.ts';
import { addMenu } from './choices.ts';
import type { Draft } from './draft.ts';
import { addImage } from './image.ts';
import { itemsOfProducts, type Menu } from './item.ts';
import { enumeration } from './numbering.ts';
import { addText } from './text.ts';

/** More pictures than this in a row push the answer off the screen, and platforms slow down such bursts. */
const fewProducts = 4;

/** Appends products: cards, else a list, else pictures with numbered captions, else numbered text. */
export function addProducts(draft: Draft, message: ProductsMessage, text: RichText): void {
  const menu: Menu = { text, items: itemsOfProducts(draft, message), first: message.firstNumber ?? 1 };
  if (message.products.length === 0) {
    addMenu(draft, menu);
    return;
  }
  if (cardsFit(draft, message)) {
    addCards(draft, message, menu);
    return;
  }
  draft.losses.push({ kind: 'cards-flattened', products: message.products.length });
  if (showsPictures(draft, message.products)) {
    addPictures(draft, message.products, menu);
    return;
  }
  const images = message.products.filter((card) => card.image !== undefined).length;
  if (images > 0) draft.losses.push({ kind: 'image-dropped', images });
  addMenu(draft, menu);
}

/** A single product is looked at closely, so its picture is worth more than a row in a list. */
function showsPictures(draft: Draft, products: readonly ProductCard[]): boolean {
  const { image, list } = draft.capabilities;
  if (image === null || !products.some((card) => card.image !== undefined)) return false;
  return products.length === 1 || (list === null && products.length <= fewProducts);
}

function addPictures(draft: Draft, products: readonly ProductCard[], menu: Menu): void {
  addText(draft, menu.text);
  const enumerate = enumeration(menu);
  menu.items.slice(0, products.length).forEach((item, index) => {
    const text: RichText = [enumerate(index), ...item.line()];
    const card = products[index];
    if (card?.image === undefined) addText(draft, text);
    else addImage(draft, { url: card.image, alt: card.title, text });
  });
  addMenu(draft, { ...menu, text: [], told: products.length });
}
