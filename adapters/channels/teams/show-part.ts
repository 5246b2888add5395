import type { Activity } from 'botbuilder';
import { shorten } from '../../../src/channel/cut.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { plainText, type RichText } from '../../../src/channel/rich-text.ts';
import { buttonsCard, listCard } from './choices-card.ts';
import { imageActivity, type Pictures, pictureAddress } from './picture.ts';
import { productsCard } from './products-card.ts';
import { receiptCard } from './receipt-card.ts';
import { cardActivities, textActivities } from './size.ts';

export interface Look extends Pictures {
  readonly locale: string;
}

/** The messages that show a part, mostly one. `null` for a part that Teams has nothing for (its capabilities name none such). */
export async function activitiesFor(part: RenderedPart, look: Look): Promise<readonly Partial<Activity>[] | null> {
  switch (part.type) {
    case 'text':
      return textActivities(part.text);
    case 'buttons':
      return cardActivities(buttonsCard(part.text, part.choices), summary(part.text, part.choices[0]?.label));
    case 'list':
      return cardActivities(listCard(part.text, part.choices), summary(part.text, part.choices[0]?.label));
    case 'cards':
      return cardActivities(productsCard(part, shown(look)), summary(part.text, part.cards[0]?.title));
    case 'receipt':
      return cardActivities(receiptCard(part, look.locale), summary(part.text, part.lines[0]?.title));
    case 'image':
      return [await imageActivity(part, look)].filter((activity) => activity !== null);
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
      return null;
  }
}

function shown({ locale, publicUrl }: Look) {
  return { locale, pictureAddress: (picture: string) => pictureAddress(picture, publicUrl) };
}

/** What a notification says: without it Teams says "sent a card". */
function summary(text: RichText, instead = ''): string {
  const words = plainText(text).replace(/\s+/gu, ' ').trim();
  return shorten((words === '' ? instead : words).toWellFormed(), 120);
}
